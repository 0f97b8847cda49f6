#include "study/cost.h"

#include <gtest/gtest.h>

namespace vitrum::study {
namespace {

Settings study_of(int glasses, int lattices, int threads) {
  Settings settings;
  settings.study.threads = threads;
  settings.glass.samples = glasses;
  settings.glass.program.legs = {{rig::LegKind::shear, 0.5, 1}};
  settings.lattice.samples = lattices;
  settings.lattice.program.legs = {{rig::LegKind::shear, 2, 1}};
  return settings;
}

TEST(StrainPath, AddsUpAllLegsInBothDirections) {
  rig::Program program;
  program.legs = {{rig::LegKind::shear, 2, 1},
                  {rig::LegKind::shear, -1, 1},
                  {rig::LegKind::reload_backward, 0.5, 1},
                  {rig::LegKind::shear, 0, 1},
                  {rig::LegKind::cycle, 0.1, 3}};
  EXPECT_NEAR(strain_path(program), 2 + 3 + 0.5 + 1.5 + 1.2, 1e-12);
  // Legs whose strain is not known.
  rig::Leg stress;
  stress.kind = rig::LegKind::stress;
  rig::Leg creep = stress;
  creep.kind = rig::LegKind::creep;
  stress.most_strain = 0.07;
  creep.most_strain = 0.03;
  program.legs = {stress, creep, {rig::LegKind::unload, 0, 1}};
  EXPECT_NEAR(strain_path(program), 0.07 + 0.015 + 0.1, 1e-12);
}

TEST(Cost, CountsEachStageThatTheStudyHas) {
  const Cost both = estimate(study_of(4, 10, 1));
  ASSERT_EQ(both.stages.size(), 2U);
  EXPECT_EQ(both.stages[0].stage, "glass");
  EXPECT_EQ(both.stages[1].stage, "lattice");
  EXPECT_DOUBLE_EQ(both.core_seconds, both.stages[0].core_seconds + both.stages[1].core_seconds);
  EXPECT_EQ(estimate(study_of(0, 10, 1)).stages.size(), 1U);
}

TEST(Cost, WorkGrowsWithSamplesAndWallTimeWithTheirRounds) {
  const Cost one = estimate(study_of(1, 0, 1));
  const Cost four = estimate(study_of(4, 0, 1));
  EXPECT_DOUBLE_EQ(four.core_seconds, 4 * one.core_seconds);
  EXPECT_DOUBLE_EQ(four.wall_seconds, four.core_seconds);
  const Cost shared = estimate(study_of(3, 0, 2));
  EXPECT_DOUBLE_EQ(shared.core_seconds, 3 * one.core_seconds);
  EXPECT_DOUBLE_EQ(shared.wall_seconds, 2 * one.wall_seconds);  // three samples on two threads: two rounds
}

TEST(Cost, MoreAtomsTimeAndStrainCostMore) {
  const Settings base = study_of(2, 0, 1);
  Settings larger = base, longer = base, further = base, finer = base, located = base, measured = base;
  larger.glass.atoms *= 10;
  longer.glass.liquid.duration *= 10;
  further.glass.program.legs[0].strain *= 2;
  finer.glass.program.increment /= 10;
  located.glass.events.resolution = 1e-6;
  measured.glass.program.moduli = {0.1, 0.2};
  for (const Settings& more : {larger, longer, further, finer, located, measured})
    EXPECT_GT(estimate(more).core_seconds, estimate(base).core_seconds);
  EXPECT_GT(estimate(larger).memory_bytes, estimate(base).memory_bytes);
  EXPECT_GT(estimate(finer).disk_bytes, estimate(base).disk_bytes);
  Settings wider = study_of(0, 2, 1);
  wider.lattice.model.columns *= 2;
  EXPECT_GT(estimate(wider).core_seconds, 2 * estimate(study_of(0, 2, 1)).core_seconds);
}

TEST(LatticeCost, LiquidsCreepAndRulesCount) {
  const Settings base = study_of(0, 2, 1);
  Settings liquid = base, longer = base, creep = base, shuffled = base, smaller_slips = base;
  liquid.lattice.model.initial = elastoplastic::Initial::liquid;
  EXPECT_EQ(parent_liquid_seconds(base.lattice), 0);
  EXPECT_NEAR(parent_liquid_seconds(liquid.lattice),
              lattice_seconds(liquid.lattice) - lattice_seconds(base.lattice), 1e-9);
  longer = liquid;
  longer.lattice.model.liquid_events = 100;
  EXPECT_GT(parent_liquid_seconds(longer.lattice), 10 * parent_liquid_seconds(liquid.lattice));
  rig::Leg wait;
  wait.kind = rig::LegKind::creep;
  creep.lattice.program.legs.push_back(wait);
  shuffled.lattice.model.interaction = "shuffled";
  smaller_slips.lattice.model.amplitudes = "fixed";
  smaller_slips.lattice.model.amplitude = 1e-3;
  for (const Settings& more : {liquid, longer, creep, shuffled, smaller_slips})
    EXPECT_GT(estimate(more).core_seconds, estimate(base).core_seconds);
}

// A table of all responses, four numbers or more for each pair of elements.
TEST(LatticeCost, ElementsThatDifferTakeMemory) {
  Settings equal = study_of(0, 4, 2), different = equal;
  equal.lattice.model.columns = equal.lattice.model.rows = 50;
  different.lattice.model = equal.lattice.model;
  different.lattice.model.interaction = "heterogeneous";
  EXPECT_GT(lattice_working_bytes(different.lattice), 50.0 * 50 * 50 * 50 * 4 * sizeof(double));
  EXPECT_LT(lattice_working_bytes(equal.lattice), 1e8);
  EXPECT_GT(estimate(different).core_seconds, estimate(equal).core_seconds);
  // A hundred times the elements no longer have a table.
  different.lattice.model.columns = different.lattice.model.rows = 500;
  EXPECT_LT(lattice_working_bytes(different.lattice), 2e9);
}

TEST(LatticeCost, RecordsGrowWithWhatIsKept) {
  const Settings base = study_of(0, 4, 1);
  Settings maps = base, more_maps = base, legs = base, sites = base;
  maps.lattice.program.snapshots = more_maps.lattice.program.snapshots = {0.1, 0.2};
  more_maps.lattice.fields_of = 4;
  legs.lattice.program.legs.push_back({rig::LegKind::unload, 0, 1});
  const double without = lattice_record_bytes(legs.lattice);
  legs.lattice.program.leg_fields = true;
  EXPECT_GT(lattice_record_bytes(legs.lattice), without);
  sites.lattice.program.sites = true;
  EXPECT_GT(lattice_record_bytes(maps.lattice), lattice_record_bytes(base.lattice));
  EXPECT_GT(lattice_record_bytes(more_maps.lattice), lattice_record_bytes(maps.lattice));
  EXPECT_GT(lattice_record_bytes(sites.lattice), lattice_record_bytes(base.lattice));
}

// Else a study that grows would find other lattices in its files.
TEST(LatticeCost, TasksDoNotDependOnTheNumberOfSamples) {
  Settings study = study_of(0, 6, 1);
  study.lattice.model.columns = study.lattice.model.rows = 32;
  study.lattice.program.stops = {0, 0.1};
  study.lattice.patches.samples = 6;
  study.lattice.patches.tests.sizes = {4, 8};
  study.lattice.patches.tests.places = elastoplastic::PatchPlaces::every;
  study.lattice.patches.tests.angles = {0, 45, 90, 135};
  const int before = lattices_per_task(study.lattice);
  EXPECT_LT(before, 4) << "tests make most of the work";
  for (const int samples : {7, 9, 60, 600}) {
    study.lattice.samples = samples;
    EXPECT_EQ(lattices_per_task(study.lattice), before) << samples;
  }
}

TEST(LatticeCost, ATaskIsAboutASecondOrThirtyTwoLattices) {
  Settings study = study_of(0, 100, 1);
  EXPECT_EQ(lattices_per_task(study.lattice), 32);
  study.lattice.model.columns = study.lattice.model.rows = 1024;
  EXPECT_EQ(lattices_per_task(study.lattice), 1);
  for (const int width : {15, 20, 30, 40, 64}) {
    study.lattice.model.columns = study.lattice.model.rows = width;
    const int count = lattices_per_task(study.lattice);
    EXPECT_TRUE(count == 1 || count * lattice_seconds(study.lattice) <= 1) << width;
    EXPECT_TRUE(count == 32 || (count + 1) * lattice_seconds(study.lattice) > 1) << width;
  }
}

}  // namespace
}  // namespace vitrum::study
