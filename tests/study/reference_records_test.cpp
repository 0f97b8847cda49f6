// Tables of a reference become records, and these the same tables again.
#include "study/reference_records.h"

#include <gtest/gtest.h>

#include <cmath>

#include "group_bits.h"
#include "study/lattice_sample.h"
#include "study/reference.h"
#include "study/trial_record.h"

namespace vitrum::study {
namespace {

/// Two lattices that were sheared, unloaded and reloaded, tested at every turn.
const std::vector<SampleRecord>& sheared() {
  static const std::vector<SampleRecord> records = [] {
    Lattice settings;
    settings.model.columns = settings.model.rows = 6;
    settings.fields_of = 0;
    settings.program.legs = {
        {rig::LegKind::shear, 0.2, 1}, {rig::LegKind::unload, 0, 1}, {rig::LegKind::reload_backward, 0.1, 1}};
    settings.program.stops = {0, 0.1, 0.2};
    settings.program.leg_stops = true;
    settings.patches.tests.sizes = {2};
    settings.patches.tests.angles = {0, 90};
    std::vector<SampleRecord> out;
    for (std::uint64_t n = 0; n < 2; ++n) {
      LatticeSample sample(settings, 11, n);
      while (!sample.finished()) sample.step();
      out.push_back(sample.record());
    }
    return out;
  }();
  return records;
}

struct Adopted {
  Settings settings;
  Results results;
};
Adopted adopted(const ReferenceTables& tables) {
  Adopted out;
  out.settings.reference.from = 0.1;
  adopt_reference(tables, out.settings, out.results);
  return out;
}

void expect_near(const std::vector<double>& a, const std::vector<double>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-12 + 1e-12 * std::abs(b[i])) << i;
}

TEST(ReferenceRecords, BecomeTheSameTables) {
  const ReferenceTables tables = reference_tables(sheared());
  ASSERT_FALSE(tables.events.drop.empty());
  ASSERT_FALSE(tables.legs.strain.empty());
  const ReferenceTables again = reference_tables(adopted(tables).results.glass);
  EXPECT_EQ(again.stress.realization, tables.stress.realization);
  expect_near(again.stress.strain, tables.stress.strain);
  expect_near(again.stress.stress, tables.stress.stress);
  EXPECT_EQ(again.events.realization, tables.events.realization);
  expect_near(again.events.strain, tables.events.strain);
  expect_near(again.events.drop, tables.events.drop);
  expect_near(again.events.increment, tables.events.increment);
  EXPECT_EQ(again.legs.leg, tables.legs.leg);
  expect_near(again.legs.strain, tables.legs.strain);
  expect_near(again.legs.stress, tables.legs.stress);
  EXPECT_EQ(again.local.state, tables.local.state);
  EXPECT_EQ(again.local.found, tables.local.found);
  expect_near(again.local.radius, tables.local.radius);
  expect_near(again.local.tau_i, tables.local.tau_i);
  expect_near(again.local.tau_c, tables.local.tau_c);
  expect_near(again.local.drop, tables.local.drop);
  expect_near(again.local.von_mises, tables.local.von_mises);
}

TEST(ReferenceRecords, SetTheProgramThatTheGlassesWentThrough) {
  const Settings settings = adopted(reference_tables(sheared())).settings;
  EXPECT_EQ(settings.glass.samples, 2);
  EXPECT_EQ(settings.compare.from, 0.1);
  const rig::Program& program = settings.glass.program;
  EXPECT_NEAR(program.increment, 1e-4, 1e-12);
  ASSERT_EQ(program.legs.size(), 3U);
  EXPECT_EQ(program.legs[0].kind, rig::LegKind::shear);
  EXPECT_NEAR(program.legs[0].strain, 0.2, 1e-9);
  EXPECT_EQ(program.legs[1].kind, rig::LegKind::unload);
  EXPECT_EQ(program.legs[2].kind, rig::LegKind::reload_backward);
  EXPECT_NEAR(program.legs[2].strain, 0.1, 2e-4);
}

// What a calibration measures is the same of the records as of the tables.
TEST(ReferenceRecords, HaveTheDensitiesOfTheReference) {
  const ReferenceTables tables = reference_tables(sheared());
  ReferenceSettings settings;
  settings.from = 0.05;
  const auto measured = [](const compare::Reference& reference) {
    return to_group(compare::calibration_samples(reference, compare::yardstick_of(reference, 20, 0)));
  };
  const auto again_of = reference_tables(adopted(tables).results.glass);
  const Group again = measured(reference_of(again_of, settings, 0, "again"));
  const Group wanted = measured(reference_of(tables, settings, 0, "first"));
  for (const auto& [name, array] : wanted.arrays) {
    SCOPED_TRACE(name);
    expect_near(again.doubles(name), wanted.doubles(name));
  }
}

TEST(ReferenceRecords, KeepDropsWhoseRisesAreNotKnown) {
  ReferenceTables tables = reference_tables(sheared());
  tables.events.increment.clear();
  const ReferenceTables again = reference_tables(adopted(tables).results.glass);
  expect_near(again.events.drop, tables.events.drop);
  expect_near(again.stress.stress, tables.stress.stress);
}

// Strains that were printed with few decimals.
TEST(ReferenceRecords, PutRoundedStrainsOnTheirGrid) {
  ReferenceTables tables = reference_tables(sheared());
  for (double& strain : tables.stress.strain) strain = std::round(strain * 2e4 + 0.3) / 2e4;
  for (double& strain : tables.events.strain) strain = std::round(strain * 2e4 + 0.3) / 2e4;
  const ReferenceTables wanted = reference_tables(sheared());
  const ReferenceTables again = reference_tables(adopted(tables).results.glass);
  expect_near(again.stress.stress, wanted.stress.stress);
  expect_near(again.events.increment, wanted.events.increment);
}

TEST(ReferenceRecords, NeedAnEvenlySpacedCurve) {
  ReferenceTables tables;
  tables.stress.realization = {0, 0, 0, 0, 1, 1, 1, 1};
  tables.stress.strain = {0, 0.1, 0.2, 0.3, 0, 0.1, 0.28, 0.3};
  tables.stress.stress = {0, 0.1, 0.2, 0.3, 0, 0.1, 0.2, 0.3};
  ReferenceSettings settings;
  settings.from = 0.1;
  const auto problems = reference_problems(tables, settings, 0);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find("realization 1 are not evenly spaced (row 3 of it is at 0.28"),
            std::string::npos)
      << problems[0];
}

TEST(ReferenceRecords, TakeTablesThatTellLittle) {
  ReferenceTables tables;
  tables.stress.realization = {3, 3, 3, 8, 8, 8};
  tables.stress.strain = {0, 0.5, 1, 0, 0.5, 1};
  tables.stress.stress = {0, 0.4, 0.5, 0, 0.5, 0.4};
  const Adopted out = adopted(tables);
  ASSERT_EQ(out.results.glass.size(), 2U);
  EXPECT_EQ(out.results.glass[1].history.states[1].stress.xy, 0.5);
  EXPECT_TRUE(out.results.glass[0].history.events.empty());
  EXPECT_EQ(out.settings.glass.program.legs.size(), 1U);
  EXPECT_EQ(out.settings.glass.program.increment, 0.5);

  ReferenceTables tests;  // no curve at all
  tests.local.realization = {0, 0};
  tests.local.state = {TestedAs::quenched, TestedAs::stationary};
  tests.local.radius = {5, 5};
  tests.local.angle = {0, 0};
  tests.local.tau_i = {0.1, 0.2};
  tests.local.tau_c = {1, 0.5};
  tests.local.drop = {0.1, 0.1};
  const Adopted local = adopted(tests);
  ASSERT_EQ(local.results.glass.size(), 1U);
  ASSERT_EQ(local.results.glass[0].surveys.size(), 2U);
  EXPECT_EQ(local.results.glass[0].surveys[0].strain, 0);
  EXPECT_EQ(local.results.glass[0].surveys[1].tests[0].tau_f, 0.4);
}

}  // namespace
}  // namespace vitrum::study
