#include "study/reference.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace vitrum::study {
namespace {

constexpr double increment = 0.01, modulus = 12;

LocalYield test_at(double radius, double angle, double value) {
  LocalYield test;
  test.radius = radius;
  test.angle = angle;
  test.stress.xy = value;
  test.stress.yy = 0.25 * value;
  test.stress.xx = -test.stress.yy;
  const double twice = 2 * angle * std::acos(-1.0) / 180;
  test.tau_i = test.stress.yy * std::sin(twice) + test.stress.xy * std::cos(twice);
  test.tau_c = test.tau_i + 0.5;
  test.tau_f = test.tau_c - 0.125;
  return test;
}

LocalYieldSurvey survey(std::int64_t leg, double strain, double value) {
  LocalYieldSurvey out;
  out.leg = leg;
  out.strain = strain;
  for (const double angle : {0.0, 45.0, 90.0}) out.tests.push_back(test_at(10, angle, value));
  return out;
}

/// Sheared to 1 with an event every seventh increment that drops all that the branch rose; then unloaded,
/// reloaded backward. Tests as quenched, at 0.3, 0.6 and 1, and after both legs.
SampleRecord sample(std::int64_t number) {
  SampleRecord record;
  record.model = "glass";
  record.sample = number;
  record.history.increment = increment;
  double stress = 0.1, begin = stress;
  const auto add = [&](double strain, std::int64_t leg) {
    State state;
    state.strain = strain;
    state.stress.xy = stress;
    record.history.states.push_back(state);
    record.history.leg.push_back(leg);
  };
  add(0, 0);
  for (int k = 1; k <= 100; ++k) {
    stress += modulus * increment;
    if (k % 7 == number % 7) {
      Event event;
      event.state = k;
      event.strain = k * increment;
      event.stress_before = stress;
      event.stress_after = stress = begin + 0.001 * k;
      begin = stress;
      record.history.events.push_back(event);
    }
    add(k * increment, 0);
  }
  stress = 0;
  add(0.97, 1);
  stress = -0.3;
  add(0.9, 2);
  record.surveys = {survey(0, 0, 0.1), survey(0, 0.3, 0.2),  survey(0, 0.6, 0.3),
                    survey(0, 1, 0.4), survey(1, 0.97, 0.5), survey(2, 0.9, 0.6)};
  return record;
}

std::vector<SampleRecord> samples() { return {sample(0), sample(1), sample(2)}; }

ReferenceSettings settings(double from, int blocks) {
  ReferenceSettings out;
  out.from = from;
  out.blocks = blocks;
  return out;
}

compare::Reference reference_from(const std::vector<SampleRecord>& records,
                                  const ReferenceSettings& settings) {
  return reference_of(reference_tables(records), settings, 0, "records");
}

TEST(Reference, OfRecordsIsTheSampleOfTheMacroscaleComparison) {
  const compare::Reference reference = reference_from(samples(), settings(0.5, 1));
  ASSERT_EQ(reference.samples.size(), 3U);
  for (std::int64_t i = 0; i < 3; ++i) {
    const auto& found = reference.samples[static_cast<std::size_t>(i)].macroscale;
    const compare::MacroscaleSample expected = compare::macroscale_sample(sample(i).history, 0.5, 1);
    EXPECT_EQ(found.stress, expected.stress);
    EXPECT_EQ(found.drops, expected.drops);
    EXPECT_EQ(found.increments, expected.increments);
    EXPECT_NEAR(found.window, expected.window, 1e-12);
    EXPECT_NEAR(found.increment, increment, 1e-12);
  }
}

TEST(Reference, SortsLocalTestsByTheirState) {
  const auto one = reference_from(samples(), settings(0.5, 1)).samples.front();
  ASSERT_EQ(one.quenched.size(), 3U);
  ASSERT_EQ(one.stationary.size(), 6U);  // at 0.6 and 1; 0.3 lies before the window
  ASSERT_EQ(one.unloaded.size(), 3U);    // the end of the second leg, not of the third
  EXPECT_NEAR(one.quenched[0].tau_i, 0.1, 1e-15);
  EXPECT_NEAR(one.stationary[0].tau_i, 0.3, 1e-15);
  EXPECT_NEAR(one.unloaded[0].tau_i, 0.5, 1e-15);
  for (std::size_t i = 0; i < 3; ++i) {
    const LocalYield expected = test_at(10, 45.0 * static_cast<double>(i), 0.5);
    EXPECT_NEAR(one.unloaded[i].von_mises(), expected.von_mises(), 1e-14);
    EXPECT_NEAR(one.unloaded[i].tau_c, expected.tau_c, 1e-14);
    EXPECT_NEAR(one.unloaded[i].drop(), expected.drop(), 1e-14);
  }
}

TEST(Reference, BlocksShareTheWindowOut) {
  const compare::Reference whole = reference_from(samples(), settings(0.2, 1));
  const compare::Reference cut = reference_from(samples(), settings(0.2, 4));
  ASSERT_EQ(cut.samples.size(), 12U);
  for (std::size_t i = 0; i < 3; ++i) {
    std::vector<double> stress, drops;
    double window = 0;
    for (std::size_t block = 0; block < 4; ++block) {
      const auto& part = cut.samples[4 * i + block];
      stress.insert(stress.end(), part.macroscale.stress.begin(), part.macroscale.stress.end());
      drops.insert(drops.end(), part.macroscale.drops.begin(), part.macroscale.drops.end());
      EXPECT_NEAR(part.macroscale.window, 0.2, 1e-12);
      window += part.macroscale.window;
      EXPECT_EQ(part.stationary.size(), block == 2 ? 0U : 3U);  // strains 0.3, 0.6 and 1
      EXPECT_EQ(part.quenched.size(), block == 0 ? 3U : 0U);    // one place, all its angles
      EXPECT_EQ(part.unloaded.size(), block == 3 ? 3U : 0U);
    }
    EXPECT_EQ(stress, whole.samples[i].macroscale.stress);
    EXPECT_EQ(drops, whole.samples[i].macroscale.drops);
    EXPECT_NEAR(window, whole.samples[i].macroscale.window, 1e-12);
  }
}

// As quenched, seven places along eight angles each.
TEST(Reference, BlocksShareThePlacesOutWithAllTheirAngles) {
  std::vector<SampleRecord> records = samples();
  for (SampleRecord& record : records) {
    LocalYieldSurvey& quenched = record.surveys.front();
    quenched.tests.clear();
    for (int place = 0; place < 7; ++place)
      for (int k = 0; k < 8; ++k) quenched.tests.push_back(test_at(10, 22.5 * k, 0.1 + 0.01 * place));
  }
  const compare::Reference cut = reference_from(records, settings(0.2, 4));
  ASSERT_EQ(cut.samples.size(), 12U);
  const std::vector<std::vector<int>> shares{{0, 1}, {2, 3}, {4, 5}, {6}};
  for (std::size_t i = 0; i < cut.samples.size(); ++i) {
    const auto& tests = cut.samples[i].quenched;
    ASSERT_EQ(tests.size(), 8 * shares[i % 4].size()) << i;
    for (std::size_t k = 0; k < tests.size(); ++k) {
      EXPECT_EQ(tests[k].angle, 22.5 * static_cast<double>(k % 8));
      const int place = shares[i % 4][k / 8];
      EXPECT_NEAR(tests[k].von_mises(), test_at(10, 0, 0.1 + 0.01 * place).von_mises(), 1e-14);
    }
  }
}

// A glass of mean 0 and one of mean 1, both of deviation 0: together 1/2, by themselves nothing.
TEST(Reference, GlassesOfOneSizeHaveOneDeviation) {
  std::vector<ReferenceTables> tables;
  for (const double mean : {0.0, 1.0, 5.0}) {
    ReferenceTables& one = tables.emplace_back();
    one.width = mean < 2 ? 100 : 50;
    for (int k = 0; k <= 100; ++k) {
      one.stress.realization.push_back(0);
      one.stress.strain.push_back(0.01 * k);
      one.stress.stress.push_back(mean);
    }
  }
  const auto found = stress_deviations_of(tables, settings(0.2, 4));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].width, 100);
  EXPECT_NEAR(found[0].deviation.value, 0.5, 1e-3);  // one more grid point in the first block of each
  EXPECT_EQ(found[1].width, 50);
  EXPECT_NEAR(found[1].deviation.value, 0, 1e-7);
}

TEST(Reference, TablesThatAreAppendedAreOtherRealizations) {
  ReferenceTables tables = reference_tables(samples());
  append(reference_tables({sample(0)}), tables);
  const compare::Reference reference = reference_of(tables, settings(0.5, 1), modulus, "both");
  ASSERT_EQ(reference.samples.size(), 4U);
  EXPECT_EQ(reference.samples[3].macroscale.stress, reference.samples[0].macroscale.stress);
  EXPECT_EQ(reference.samples[3].stationary.size(), 6U);
}

TEST(Reference, UnknownStressOfPatchesStaysUnknown) {
  ReferenceTables tables = reference_tables(samples());
  tables.local.von_mises.clear();
  const auto one = reference_of(tables, settings(0.5, 1), modulus, "tables").samples.front();
  EXPECT_TRUE(std::isnan(one.quenched[0].von_mises()));
  EXPECT_NEAR(one.quenched[0].tau_i, 0.1, 1e-15);
}

std::string problem(const ReferenceTables& tables, const ReferenceSettings& wanted, double shear_modulus) {
  const auto problems = reference_problems(tables, wanted, shear_modulus);
  EXPECT_EQ(problems.size(), 1U);
  EXPECT_THROW(reference_of(tables, wanted, shear_modulus, "wrong"), InputError);
  return problems.empty() ? "" : problems.front();
}

void expect_says(const std::string& text, const std::string& words) {
  EXPECT_NE(text.find(words), std::string::npos) << text;
}

TEST(ReferenceProblems, SayWhatToDo) {
  const ReferenceTables good = reference_tables(samples());
  EXPECT_TRUE(reference_problems(good, settings(0.5, 1), modulus).empty());
  EXPECT_TRUE(reference_problems(reference_tables({sample(0)}), settings(0.5, 2), modulus).empty());
  expect_says(problem(reference_tables({sample(0)}), settings(0.5, 1), modulus),
              "set reference.blocks to 2 or more");
  expect_says(problem(good, settings(1, 1), modulus),
              "3 realizations, the first of them number 0, end at a strain of at most 1)");
  expect_says(problem({}, settings(0.5, 1), modulus), "neither stresses nor events nor local tests");
  ReferenceTables forward = good;
  for (double& angle : forward.local.angle) angle = angle == 90 ? 30 : angle;
  expect_says(problem(forward, settings(0.5, 1), modulus), "lack the angle 90 degrees");
  expect_says(problem(forward, settings(0.5, 1), modulus), "they have 0, 30, 45");
}

TEST(ReferenceProblems, OtherUnitsAreSeenByTheFirstRises) {
  ReferenceTables tables = reference_tables(samples());
  for (double& stress : tables.stress.stress) stress *= 100;
  expect_says(problem(tables, settings(0.5, 1), modulus), "MPa or GPa?");
  EXPECT_EQ(reference_remarks(tables).size(), 1U);
  tables = reference_tables(samples());
  for (double& strain : tables.stress.strain) strain *= 100;
  expect_says(problem(tables, settings(0.5, 1), modulus), "percent?");
  EXPECT_TRUE(reference_problems(tables, settings(0.5, 1), 0).empty());  // a model that is not known
}

}  // namespace
}  // namespace vitrum::study
