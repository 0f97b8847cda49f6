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
  wider.lattice.columns *= 2;
  EXPECT_GT(estimate(wider).core_seconds, 2 * estimate(study_of(0, 2, 1)).core_seconds);
}

}  // namespace
}  // namespace vitrum::study
