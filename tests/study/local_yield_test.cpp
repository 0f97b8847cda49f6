#include "study/local_yield.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "study/tables.h"

namespace vitrum::study {
namespace {

LocalYield test_of(double radius, double angle, double tau_c) {
  LocalYield test;
  test.place = {tau_c, 1};
  test.radius = radius;
  test.angle = angle;
  test.tau_i = 0.25;
  test.tau_c = tau_c;
  test.tau_f = tau_c - 0.125;
  return test;
}

LocalYieldSurvey survey_of(double strain, std::int64_t leg, std::vector<LocalYield> tests) {
  return {strain, leg, std::move(tests)};
}

/// Of a glass that was quenched.
SampleRecord sample_of(std::vector<LocalYieldSurvey> surveys) {
  SampleRecord record;
  record.model = "glass";
  record.measures.groups["liquid"] = {};
  record.surveys = std::move(surveys);
  return record;
}

rig::Leg leg_to(rig::LegKind kind, double strain) {
  rig::Leg leg;
  leg.kind = kind;
  leg.strain = strain;
  return leg;
}

rig::Program there_and_back() {
  rig::Program program;
  program.legs = {leg_to(rig::LegKind::shear, 1),
                  leg_to(rig::LegKind::unload, 0),
                  leg_to(rig::LegKind::reload_backward, 0.1),
                  leg_to(rig::LegKind::reload_forward, 0.1),
                  leg_to(rig::LegKind::reload_backward, 0.1),
                  leg_to(rig::LegKind::cycle, 0.1),
                  leg_to(rig::LegKind::shear, 2)};
  return program;
}

TEST(LocalYield, GroupsStatesByStrainThenByLeg) {
  const std::vector<LocalYield> one{test_of(5, 0, 0.5)};
  const auto sample = [&](double last_bit, double unloaded) {
    return sample_of({survey_of(0, 0, one), survey_of(0.3 + last_bit, 0, one), survey_of(unloaded, 1, one)});
  };
  const auto states =
      local_yield("glass", {sample(0, 0.26), sample_of({}), sample(4e-17, 0.28)}, there_and_back());
  ASSERT_EQ(states.size(), 3u);
  EXPECT_EQ(states[0].label, "as quenched");
  EXPECT_EQ(states[1].label, "at a strain of 0.3");
  EXPECT_EQ(states[2].label, "unloaded");
  EXPECT_EQ(states[2].leg, 1);
  EXPECT_NEAR(states[2].strain, 0.27, 1e-15);
  for (const auto& state : states) {
    EXPECT_EQ(state.model, "glass");
    ASSERT_EQ(state.statistics.size(), 1u);
    EXPECT_EQ(state.statistics[0].realizations, 2);
    EXPECT_TRUE(state.foresight.empty());  // no events, no cell
  }
}

TEST(LocalYield, NamesTheLegsOfTheProgram) {
  std::vector<LocalYieldSurvey> surveys;
  for (std::int64_t leg = 1; leg < 8; ++leg) surveys.push_back(survey_of(0.5, leg, {test_of(5, 0, 0.5)}));
  std::vector<std::string> labels;
  for (const auto& state : local_yield("glass", {sample_of(surveys)}, there_and_back()))
    labels.push_back(state.label);
  EXPECT_EQ(labels,
            (std::vector<std::string>{"unloaded", "reloaded backward", "reloaded forward",
                                      "reloaded backward (2)", "cycled", "after leg 7", "after leg 8"}));
}

TEST(LocalYield, FollowsALoadingThatBeginsBackward) {
  const std::vector<LocalYield> one{test_of(5, 0, 0.5)};
  const auto states = local_yield(
      "glass", {sample_of({survey_of(-0.5, 0, one), survey_of(-0.25, 0, one), survey_of(0, 0, one)})}, {});
  ASSERT_EQ(states.size(), 3u);
  EXPECT_EQ(states[0].label, "as quenched");
  EXPECT_EQ(states[1].label, "at a strain of -0.25");
  EXPECT_EQ(states[2].label, "at a strain of -0.5");
}

TEST(LocalYield, MergesSurveysOfOneSampleInOneState) {
  const SampleRecord parts = sample_of({survey_of(0, 0, {test_of(5, 0, 0.25)}), survey_of(0, 0, {}),
                                        survey_of(0, 0, {test_of(5, 0, 0.75), test_of(10, 0, 0.5)})});
  const auto states = local_yield("glass", {parts}, there_and_back());
  ASSERT_EQ(states.size(), 1u);
  ASSERT_EQ(states[0].statistics.size(), 2u);
  EXPECT_EQ(states[0].statistics[0].tests, 2);
  EXPECT_EQ(states[0].statistics[0].realizations, 1);
  EXPECT_EQ(states[0].statistics[0].moments[2].mean.value, 0.5);
  EXPECT_EQ(survey_in(parts, states[0]).tests.size(), 3u);
  LocalYieldState elsewhere = states[0];
  elsewhere.leg = 1;
  EXPECT_TRUE(survey_in(parts, elsewhere).tests.empty());
}

TEST(LocalYield, CallsQuenchedOnlyWhatWas) {
  const std::vector<LocalYieldSurvey> unloaded{survey_of(0, 0, {test_of(5, 0, 0.5)})};
  const auto label = [](const SampleRecord& record) { return local_yield("glass", {record}, {})[0].label; };
  SampleRecord record = sample_of(unloaded);
  EXPECT_EQ(label(record), "as quenched");
  record.measures = {};  // a glass that was read, a lattice without stress
  record.measures.put("box", std::vector<double>{8, 4});
  EXPECT_EQ(label(record), "before loading");
  record.measures.put("quench_von_mises", 0.25);  // a lattice from a parent liquid
  EXPECT_EQ(label(record), "as quenched");
}

TEST(LocalYield, GivesStatesThatDifferDifferentNames) {
  const std::vector<LocalYield> one{test_of(5, 0, 0.5)};
  const auto states =
      local_yield("glass", {sample_of({survey_of(0.1234567, 0, one), survey_of(0.1234568, 0, one)})}, {});
  ASSERT_EQ(states.size(), 2u);
  EXPECT_EQ(states[0].label, "at a strain of 0.1234567");
  EXPECT_EQ(states[1].label, "at a strain of 0.1234568");
}

TEST(LocalYield, DetailsTheAnglesNearestToForwardAndBackward) {
  std::vector<LocalYield> tests;
  for (const double angle : {20.0, 80.0, 140.0, 170.0})
    for (const double tau_c : {0.25, 0.5, 1.0}) tests.push_back(test_of(5, angle, tau_c));
  const auto states = local_yield("glass", {sample_of({survey_of(0, 0, tests)})}, there_and_back());
  ASSERT_EQ(states[0].details.size(), 2u);
  EXPECT_EQ(states[0].details[0].angle, 170);  // 10 degrees from forward
  EXPECT_EQ(states[0].details[1].angle, 80);
  EXPECT_EQ(states[0].details[0].densities.size(), compare::local_quantities().size());
}

TEST(LocalYield, DetailsNoDirectionThatWasNotTested) {
  std::vector<LocalYield> tests;
  for (const double tau_c : {0.25, 0.5, 1.0}) {
    for (const double angle : {30.0, 45.0, 60.0}) tests.push_back(test_of(5, angle, tau_c));
    for (const double angle : {10.0, 45.0}) tests.push_back(test_of(10, angle, tau_c));
  }
  const auto states = local_yield("glass", {sample_of({survey_of(0, 0, tests)})}, there_and_back());
  ASSERT_EQ(states[0].details.size(), 1u);
  EXPECT_EQ(states[0].details[0].radius, 10);
  EXPECT_EQ(states[0].details[0].angle, 10);
}

TEST(LocalYield, CountsManyTestsInFinerBins) {
  const auto bins = [](int number) {
    std::vector<LocalYield> tests;
    for (int i = 0; i < number; ++i) tests.push_back(test_of(5, 0, i));
    const auto states = local_yield("glass", {sample_of({survey_of(0, 0, tests)})}, there_and_back());
    return states[0].details[0].densities[2].density.size();
  };
  EXPECT_EQ(bins(8), 5u);
  EXPECT_EQ(bins(512), 16u);  // 2 * 8
  EXPECT_EQ(bins(8000), 30u);
}

TEST(LocalYield, ForeseesEventsInAKnownCell) {
  SampleRecord record =
      sample_of({survey_of(0, 0, {test_of(5, 0, 0.5), test_of(5, 0, 1), test_of(5, 0, 2)})});
  record.measures.put("box", std::vector<double>{8, 4});
  State state;
  for (const double strain : {0.0, 0.125}) {
    state.strain = strain;
    record.history.states.push_back(state);
    record.history.leg.push_back(0);
  }
  Event event;
  event.state = 1;
  event.strain = 0.125;
  event.participation = 3;
  // Where the weakest place, (0.5, 1), is at that strain.
  event.centre = {0.625, 1, 0};
  record.history.events = {event};
  const auto states = local_yield("glass", {record}, there_and_back());
  ASSERT_EQ(states[0].foresight.size(), 1u);
  EXPECT_EQ(states[0].foresight[0].radius, 5);
  ASSERT_EQ(states[0].foresight[0].prediction.correlation.size(), 1u);
  EXPECT_NEAR(states[0].foresight[0].prediction.correlation[0].value, 1 - 1.0 / 3, 1e-15);
}

TEST(SampleCell, IsThatOfTheRecord) {
  SampleRecord record = sample_of({});
  EXPECT_EQ(sample_cell(record).width, 0);
  record.measures.put("box", std::vector<double>{8, 4});
  record.measures.put("tilts", std::vector<double>{1, 0, 0});
  EXPECT_EQ(sample_cell(record).height, 4);
  EXPECT_EQ(sample_cell(record).origin, (std::array{0.0, 0.0}));
  record.measures.put("origin", std::vector<double>{-4, -2});
  EXPECT_EQ(sample_cell(record).origin, (std::array{-4.0, -2.0}));
  EXPECT_EQ(sample_cell(record).tilt, 0.25);
  EXPECT_TRUE(sample_cell(record).sheared);
  record.model = "lattice";
  EXPECT_FALSE(sample_cell(record).sheared);
  record.measures.put("box", std::vector<double>{8, 4, 4});
  EXPECT_EQ(sample_cell(record).width, 0);  // three dimensions have no place for these tests
}

const Quantity* row(const QuantityTable& table, const std::string& key) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const Quantity& quantity) { return quantity.key == key; });
  return found == table.rows.end() ? nullptr : &*found;
}

TEST(LocalYieldTable, HasTheLargestRadiusForwardAndBackward) {
  std::vector<LocalYield> tests;
  for (const double radius : {5.0, 10.0})
    for (const double angle : {0.0, 45.0, 90.0}) tests.push_back(test_of(radius, angle, radius / 10));
  LocalYield missed = test_of(10, 90, 7);
  missed.found = false;
  tests.push_back(missed);
  const std::vector<LocalYieldSurvey> surveys{survey_of(0.5, 0, tests), survey_of(0.25, 4, tests)};
  const auto table =
      local_yield_table(local_yield("glass", {sample_of(surveys), sample_of(surveys)}, there_and_back()));
  const Quantity* yield = row(table, "glass.local.at_a_strain_of_0.5.R10.angle0.tau_c");
  ASSERT_NE(yield, nullptr);
  EXPECT_EQ(yield->value, 1);
  EXPECT_EQ(yield->error, 0);
  EXPECT_EQ(yield->label, "Glass at a strain of 0.5, R = 10, forward: local yield stress");
  EXPECT_EQ(yield->note, "2 tests of 2 realizations");
  const Quantity* drop = row(table, "glass.local.reloaded_backward_2.R10.angle90.drop");
  ASSERT_NE(drop, nullptr);
  EXPECT_EQ(drop->value, 0.125);
  EXPECT_EQ(drop->note, "4 tests of 2 realizations; 50 % of them found no instability and are left out");
  EXPECT_EQ(row(table, "glass.local.at_a_strain_of_0.5.R10.angle0.negative")->value, 0);
  EXPECT_EQ(table.rows.size(), 2 * (5u + 4u));
  EXPECT_TRUE(local_yield_table({}).rows.empty());
}

}  // namespace
}  // namespace vitrum::study
