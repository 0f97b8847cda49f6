#include "compare/local_prediction.h"

#include <gtest/gtest.h>

#include <cmath>

#include "synthetic.h"

namespace vitrum::compare {
namespace {

constexpr SampleCell square{10, 10, false, 0};

LocalYield test_at(double x, double y, double angle, double distance, bool found = true) {
  LocalYield test;
  test.place = {x, y};
  test.radius = 5;
  test.angle = angle;
  test.tau_i = 0.5;
  test.tau_c = 0.5 + distance;
  test.found = found;
  return test;
}

TEST(Strengths, AreTheLeastOfAllDirectionsThatTheLoadingHelps) {
  const std::vector<LocalYield> tests{test_at(1, 1, 0, 0.5), test_at(1, 1, 30, 0.2), test_at(1, 1, 90, 0.01),
                                      test_at(2, 1, 0, 0.5), test_at(2, 1, 30, 0.3), test_at(2, 1, 90, 0.01)};
  const auto forward = strengths(tests, 5, 0);
  ASSERT_EQ(forward.size(), 2u);
  EXPECT_EQ(forward[0].place, (std::array{1.0, 1.0}));
  EXPECT_NEAR(forward[0].distance, 0.4, 1e-14);  // 0.2 / cos 60
  EXPECT_NEAR(forward[1].distance, 0.5, 1e-14);
  EXPECT_NEAR(strengths(tests, 5, 90)[1].distance, 0.01, 1e-14);
  EXPECT_TRUE(strengths(tests, 4, 0).empty());
  // 45 degrees from the loading it does nothing.
  EXPECT_TRUE(strengths({test_at(1, 1, 45, 0.1)}, 5, 0).empty());
}

TEST(Strengths, AreInfiniteWhereNothingWasFound) {
  const auto found = strengths({test_at(1, 1, 0, 0.5, false)}, 5, 0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(std::isinf(found[0].distance));
}

/// So many places of which the first `both` are tested along 0 and 30 degrees, the others along one of them.
std::vector<LocalYield> partly_tested(int places, int both) {
  std::vector<LocalYield> tests;
  for (int i = 0; i < places; ++i)
    for (const double angle : {0.0, 30.0})
      if (i < both || (i % 2 == 0) == (angle == 0)) tests.push_back(test_at(i, 1, angle, 0.5));
  return tests;
}

TEST(Strengths, LeaveOutPlacesThatLackADirection) {
  EXPECT_EQ(strengths(partly_tested(10, 10), 5, 0).size(), 10u);
  const auto found = strengths(partly_tested(10, 9), 5, 0);
  ASSERT_EQ(found.size(), 9u);
  for (const PlaceStrength& one : found) EXPECT_LT(one.place[0], 9);
}

TEST(Strengths, AreNoneWhereDirectionsHavePlacesOfTheirOwn) {
  EXPECT_TRUE(strengths(partly_tested(10, 8), 5, 0).empty());
  EXPECT_TRUE(strengths(partly_tested(225, 4), 5, 0).empty());
  EXPECT_TRUE(strengths(partly_tested(2, 0), 5, 0).empty());
}

/// n places in a row, the stronger the further to the right.
std::vector<PlaceStrength> row_of(int n) {
  std::vector<PlaceStrength> places;
  for (int i = 0; i < n; ++i) places.push_back({{10.0 * i / n, 5}, 0.1 * i});
  return places;
}

TEST(RankCorrelation, IsThatOfTheRank) {
  const int n = 8;
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double found = rank_correlation(row_of(n), {10.0 * i / n + 0.3, 4}, square, 0);
    EXPECT_NEAR(found, 1 - (2.0 * i + 1) / n, 1e-14);  // 1 - 1/n for the weakest
    sum += found;
  }
  EXPECT_NEAR(sum, 0, 1e-13);
  // Beyond the last place the first one is nearest, across the side.
  EXPECT_NEAR(rank_correlation(row_of(n), {9.9, 5}, square, 0), 1 - 1.0 / n, 1e-14);
}

TEST(RankCorrelation, IsZeroWhereAllPlacesAreAlike) {
  std::vector<PlaceStrength> places = row_of(6);
  for (auto& place : places) place.distance = 0.25;
  EXPECT_EQ(rank_correlation(places, {3, 5}, square, 0), 0);
}

/// The sample of synthetic_local.py: 7 x 5 places in a tilted cell, tested at a strain of 0.1, and six
/// events.
struct Sample {
  LocalYieldSurvey survey{0.1, 0, {}};
  History history;
};
Sample sample_of(int r) {
  Sample sample;
  for (int i = 0; i < 35; ++i) {
    const double x = 2 * (i % 7), y = 2.0 * (i / 7);
    int k = 0;
    for (const double angle : {0.0, 30.0, 160.0})
      sample.survey.tests.push_back(test_at(x, y, angle, synthetic::number(r, 3 * i + k++)));
    sample.survey.tests.push_back(test_at(x, y, 80, 1e-3));  // the loading works against this one
  }
  State state;
  for (const double strain : {0.0, 0.1}) {
    state.strain = strain;
    sample.history.states.push_back(state);
  }
  for (int n = 0; n < 6; ++n) {
    Event event;
    event.state = static_cast<std::int64_t>(sample.history.states.size());
    event.strain = state.strain = 0.1 + 0.02 * (n + 1) + 0.001 * r;
    event.participation = 1;
    event.centre = {14 * synthetic::number(r + 50, 2 * n), 10 * synthetic::number(r + 50, 2 * n + 1), 0};
    sample.history.states.push_back(state);
    sample.history.events.push_back(event);
  }
  sample.history.leg.assign(sample.history.states.size(), 0);
  return sample;
}

std::vector<TestedSample> tested(const std::vector<Sample>& samples) {
  std::vector<TestedSample> out;
  for (const Sample& sample : samples) out.push_back({&sample.survey, &sample.history, {14, 10, true, 0.25}});
  return out;
}

TEST(LocalPrediction, EqualsASearchOfAllImages) {  // numbers of synthetic_local.py
  const std::vector<Sample> samples{sample_of(0), sample_of(1), sample_of(2), sample_of(3)};
  const auto found = local_prediction(tested(samples), 5, 20);
  const double values[] = {0.4, 0.18571428571428572, 0.2, -0.9, -0.0714285714285714, -0.3142857142857143};
  const double errors[] = {0.46423076597919777, 0.09440108381713815, 0.24522653694445204,
                           0.04285714285714287, 0.20914467862854993, 0.14846149779161805};
  ASSERT_EQ(found.correlation.size(), 6u);
  for (std::size_t n = 0; n < 6; ++n) {
    EXPECT_NEAR(found.correlation[n].value, values[n], 1e-13) << n;
    EXPECT_NEAR(found.correlation[n].error, errors[n], 1e-13) << n;
    EXPECT_NEAR(found.strain[n], 0.02 * static_cast<double>(n + 1) + 0.0015, 1e-14);
    EXPECT_EQ(found.samples[n], 4);
  }
  EXPECT_EQ(local_prediction(tested(samples), 5, 2).correlation.size(), 2u);
}

TEST(LocalPrediction, EndsWhereHalfTheSamplesHaveNoMoreEvents) {
  std::vector<Sample> samples{sample_of(0), sample_of(1), sample_of(2), sample_of(3)};
  for (std::size_t i = 0; i < 3; ++i) samples[i].history.events.resize(2 + i);
  const auto found = local_prediction(tested(samples), 5, 20);
  EXPECT_EQ(found.samples, (std::vector<std::int64_t>{4, 4, 3, 2}));
}

TEST(LocalPrediction, LooksBackwardWhereTheLoadingWent) {
  std::vector<Sample> samples{sample_of(0)};
  Sample& sample = samples[0];
  for (std::size_t i = 2; i < sample.history.states.size(); ++i) sample.history.states[i].strain *= -1;
  for (Event& event : sample.history.events) event.strain *= -1;
  const auto found = local_prediction(tested(samples), 5, 1);
  // Backward only the tests along 80 degrees count, and they tell no place from another.
  ASSERT_EQ(found.correlation.size(), 1u);
  EXPECT_EQ(found.correlation[0].value, 0);
  EXPECT_TRUE(std::isnan(found.correlation[0].error));
  EXPECT_NEAR(found.strain[0], 0.22, 1e-14);
}

TEST(LocalPrediction, IsEmptyWithoutSamplesOrPlaces) {
  EXPECT_TRUE(local_prediction({}, 5, 10).correlation.empty());
  const std::vector<Sample> samples{sample_of(0)};
  EXPECT_TRUE(local_prediction(tested(samples), 7, 10).correlation.empty());
}

}  // namespace
}  // namespace vitrum::compare
