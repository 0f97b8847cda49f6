#include "edge/report/figure_data.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "edge/report/packed.h"
#include "example_results.h"

namespace vitrum::report {
namespace {

study::SampleRecord record_of(std::vector<double> stress) {
  study::SampleRecord record;
  record.history.increment = 0.1;
  for (std::size_t k = 0; k < stress.size(); ++k) {
    State state;
    state.strain = 0.1 * static_cast<double>(k);
    state.stress.xy = stress[k];
    record.history.states.push_back(state);
    record.history.leg.push_back(0);
  }
  return record;
}

TEST(CurvesData, HoldsEveryPointAndTheMeanWithItsError) {
  const auto data = curves_data({record_of({0, 1, 2}), record_of({0, 3, 2})});
  EXPECT_EQ(data["origin"], 0);
  EXPECT_EQ(data["step"], 0.1);
  EXPECT_EQ(data["realizations"], 2);
  ASSERT_EQ(data["samples"].size(), 2u);
  EXPECT_EQ(data["samples"][1]["stress"], packed({0, 3, 2}));
  EXPECT_EQ(data["mean"], packed({0, 2, 2}));
  EXPECT_EQ(data["error"], packed({0, 1, 0}));  // standard deviation sqrt 2, divided by sqrt 2
}

TEST(CurvesData, AveragesOverStrainsThatAllReached) {
  const auto data = curves_data({record_of({0, 1, 2}), record_of({0, 3})});
  EXPECT_EQ(data["mean"], packed({0, 2}));
}

TEST(CurvesData, LeavesOutSamplesBeyondItsRoomButNotTheFirst) {
  const std::vector<double> path(200'000, 1.0);
  EXPECT_EQ(curves_data({record_of(path), record_of(path)})["samples"].size(), 1u);
  EXPECT_EQ(curves_data({record_of(path), record_of(path)})["realizations"], 2);
}

TEST(CurvesData, IsNullWithoutACurve) {
  EXPECT_TRUE(curves_data({}).is_null());
  EXPECT_TRUE(curves_data({record_of({0})}).is_null());
}

TEST(GlassMapData, BringsAtomsIntoTheCell) {
  study::SampleRecord record;
  Group fields;
  // A cell of 4 x 2 at strain 0.5: one cell up lies 1 further to the right.
  fields.put("x", std::vector<double>{1.5, 5.0, 0.25});
  fields.put("y", std::vector<double>{0.5, 2.5, -0.5});
  fields.put("dx", std::vector<double>{0, 0, 0});
  fields.put("dy", std::vector<double>{0, 0, 0});
  record.fields.push_back({0.5, fields});
  record.measures.put("box", std::vector<double>{4, 2});
  const auto frame = glass_map_data({record})["frames"][0];
  EXPECT_EQ(frame["x"], packed({1.5, 0, 1.25}));
  EXPECT_EQ(frame["y"], packed({0.5, 0.5, 1.5}));
}

TEST(PageData, IsNullWhereThereIsNothingToDraw) {
  const auto data = page_data(study::Results{});
  for (const char* name :
       {"glass", "lattice", "latticeMap", "glassMap", "liquid", "densities", "deviation"}) {
    EXPECT_TRUE(data.at(name).is_null()) << name;
  }
}

}  // namespace
}  // namespace vitrum::report
