#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

LocalYield test_of(double x, double y, double radius, double angle, double distance) {
  LocalYield test;
  test.place = {x, y};
  test.radius = radius;
  test.angle = angle;
  test.tau_i = 1;
  test.tau_c = 1 + distance;
  return test;
}

/// Four places of a cell of 8 x 4, two radii, two angles; one event follows.
study::SampleRecord sample_of(const std::string& model) {
  study::SampleRecord record;
  record.model = model;
  record.sample = 3;
  record.measures.put("box", std::vector<double>{8, 4});
  LocalYieldSurvey survey{0, 0, {}};
  double distance = 0;
  for (const double radius : {1.0, 2.0})
    for (const double y : {1.0, 3.0})
      for (const double x : {2.0, 6.0})
        for (const double angle : {90.0, 170.0})
          survey.tests.push_back(test_of(x, y, radius, angle, distance += 0.125));
  record.surveys = {survey};
  State state;
  for (const double strain : {0.0, 0.25}) {
    state.strain = strain;
    record.history.states.push_back(state);
    record.history.leg.push_back(0);
  }
  Event event;
  event.state = 1;
  event.strain = 0.25;
  event.participation = 1;
  event.centre = {0.5, 3, 0};
  record.history.events = {event};
  return record;
}

study::Results results_of(std::vector<study::SampleRecord> glass, std::vector<study::SampleRecord> lattice) {
  study::Results results;
  for (const auto* model : {"glass", "lattice"}) {
    const auto& records = std::string(model) == "glass" ? glass : lattice;
    if (!records.empty()) results.local.push_back({model, "as quenched", 0, 0, {}, {}, {}});
  }
  results.glass = std::move(glass);
  results.lattice = std::move(lattice);
  return results;
}

TEST(LocalMapData, HoldsThePlacesOfOneSampleAlongTheForwardDirection) {
  const auto data = local_map_data(results_of({{}, sample_of("glass")}, {}));
  EXPECT_FALSE(data.contains("lattice"));
  const auto& map = data["glass"];
  EXPECT_EQ(map["sample"], 3);
  EXPECT_EQ(map["box"], (std::vector<double>{8, 4}));
  ASSERT_EQ(map["radii"].size(), 2u);
  EXPECT_EQ(map["radii"][0]["radius"], 2);  // the largest first
  const auto& small = map["radii"][1];
  EXPECT_EQ(small["angle"], 170);  // the nearest to forward
  EXPECT_EQ(small["x"], packed({2, 6, 2, 6}));
  EXPECT_EQ(small["y"], packed({1, 1, 3, 3}));
  EXPECT_EQ(small["distance"], packed({0.25, 0.5, 0.75, 1}));
  EXPECT_EQ(small["columns"], 2);
  EXPECT_EQ(small["rows"], 2);
  // Where the place of the event was at rest: 0.25 * 3 to the left, across the side.
  EXPECT_EQ(map["events"]["x"], packed({7.75}));
  EXPECT_EQ(map["events"]["y"], packed({3}));
  EXPECT_EQ(map["events"]["strain"], packed({0.25}));
}

TEST(LocalMapData, LeavesElementsWhereTheyAre) {
  const auto data = local_map_data(results_of({}, {sample_of("lattice")}));
  EXPECT_EQ(data["lattice"]["events"]["x"], packed({0.5}));
  EXPECT_EQ(data["lattice"]["tilt"], 0);
}

TEST(LocalMapData, KnowsPlacesThatAreNoGridAndTestsThatFoundNothing) {
  study::SampleRecord record = sample_of("glass");
  auto& tests = record.surveys[0].tests;
  for (auto& test : tests)
    if (test.place == std::array{6.0, 3.0}) test.place[0] = 5;
  tests[1].found = false;
  const auto data = local_map_data(results_of({record}, {}));
  const auto& map = data["glass"]["radii"][1];
  EXPECT_EQ(map["columns"], 0);
  EXPECT_EQ(map["distance"], packed({NAN, 0.5, 0.75, 1}));
}

TEST(LocalMapData, LeavesOutRadiiThatWereNotTestedForward) {
  study::SampleRecord record = sample_of("glass");
  for (auto& test : record.surveys[0].tests)
    if (test.radius == 2 && test.angle == 170) test.angle = 160;
  const auto data = local_map_data(results_of({record}, {}));
  ASSERT_EQ(data["glass"]["radii"].size(), 1u);
  EXPECT_EQ(data["glass"]["radii"][0]["radius"], 1);
  for (auto& test : record.surveys[0].tests)
    if (test.angle == 170) test.angle = 20;
  EXPECT_TRUE(local_map_data(results_of({record}, {})).is_null());
}

TEST(LocalMapData, CountsPlacesFromZeroAndEventsFromTheOriginOfTheCell) {
  study::SampleRecord record = sample_of("glass");
  record.measures.put("origin", std::vector<double>{1, -2});
  // (0.5, 3) from the origin is (1.5, 1), which was at (1.5 - 0.25, 1).
  const auto data = local_map_data(results_of({record}, {}));
  EXPECT_EQ(data["glass"]["events"]["x"], packed({1.25}));
  EXPECT_EQ(data["glass"]["events"]["y"], packed({1}));
  EXPECT_EQ(data["glass"]["radii"][1]["x"], packed({2, 6, 2, 6}));
}

TEST(LocalMapData, HasRoomForTheLargestRadiiOnly) {
  study::SampleRecord record = sample_of("glass");
  auto& tests = record.surveys[0].tests;
  for (int i = 0; i < 29'999; ++i) tests.push_back(test_of(0.5, 0.5, 1, 170, 1));
  for (int i = 0; i < 29'999; ++i) tests.push_back(test_of(0.5, 0.5, 1, 90, 1));
  EXPECT_EQ(local_map_data(results_of({record}, {}))["glass"]["radii"].size(), 1u);
}

TEST(LocalMapData, IsNullWithoutTestsOrCell) {
  EXPECT_TRUE(local_map_data({}).is_null());
  study::SampleRecord record = sample_of("glass");
  record.measures = {};
  EXPECT_TRUE(local_map_data(results_of({record}, {})).is_null());
}

}  // namespace
}  // namespace vitrum::report
