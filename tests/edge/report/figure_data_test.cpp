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

study::SampleRecord glass_with_events(std::int64_t sample, double dissipated) {
  study::SampleRecord record;
  record.sample = sample;
  record.measures.put("box", std::vector<double>{4, 2});
  Event unknown, known;
  unknown.strain = 0.1;
  known.strain = 0.5;
  known.participation = 12;
  known.centre = {3, 1, 0};
  known.dissipated = known.energy_before = dissipated;
  record.history.events = {unknown, known};
  record.largest_event.put("event", std::int64_t{1});
  Group& fields = record.largest_event.groups["fields"];
  for (const char* name : {"dx", "dy"}) fields.put(name, std::vector<double>{0.5, 0.25});
  fields.put("strain_xy", std::vector<double>{0.125, -0.25});
  fields.put("x", std::vector<double>{1.5, 5.0});
  fields.put("y", std::vector<double>{0.5, 2.5});
  return record;
}

TEST(EventMapData, ShowsEventsWhosePlaceIsKnown) {
  const auto data = event_map_data({study::SampleRecord{}, glass_with_events(3, 0.25)});
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0]["sample"], 3);
  EXPECT_EQ(data[0]["x"], packed({3}));
  EXPECT_EQ(data[0]["strain"], packed({0.5}));
  EXPECT_EQ(data[0]["energy"], packed({0.25}));
  EXPECT_TRUE(event_map_data({study::SampleRecord{}}).is_null());
}

TEST(LargestEventData, IsOfTheGlassThatLostMostEnergy) {
  const auto data =
      largest_event_data({glass_with_events(0, 1), glass_with_events(1, 3), glass_with_events(2, 2)});
  EXPECT_EQ(data["sample"], 1);
  EXPECT_EQ(data["shear"], packed({0.25, -0.5}));
  // One cell up, at strain 0.5, is 1 further to the right.
  EXPECT_EQ(data["x"], packed({1.5, 0}));
  EXPECT_EQ(data["y"], packed({0.5, 0.5}));
  EXPECT_TRUE(largest_event_data({study::SampleRecord{}}).is_null());
}

TEST(ModuliData, AreMeansOverGlassesAtEachStrain) {
  std::vector<study::SampleRecord> glass(3);
  for (int i = 0; i < 2; ++i) {
    Group& moduli = glass[static_cast<std::size_t>(i)].moduli;
    // The same strain but for its last bits.
    moduli.put("strain", std::vector<double>{0, 0.3 + 1e-16 * i});
    for (const char* name : {"shear_modulus", "affine_shear_modulus", "bulk_modulus", "affine_bulk_modulus"})
      moduli.put(name, std::vector<double>{10.0 + 2 * i, 20});
  }
  const auto data = moduli_data(glass);
  EXPECT_EQ(data["strain"], (std::vector<double>{0, 0.3}));
  EXPECT_EQ(data["shear_modulus"]["value"], (std::vector<double>{11, 20}));
  EXPECT_EQ(data["bulk_modulus"]["error"], (std::vector<double>{1, 0}));
  EXPECT_TRUE(moduli_data({study::SampleRecord{}}).is_null());
}

TEST(PageData, IsNullWhereThereIsNothingToDraw) {
  const auto data = page_data(study::Results{});
  for (const char* name :
       {"glass",      "lattice",    "glassBundle", "latticeBundle", "latticeMaps",      "glassMap",
        "liquid",     "densities",  "deviation",   "avalanches",    "largestAvalanche", "reloads",
        "stressLegs", "creeps",     "anisotropy",  "eventMap",      "largestEvent",     "eventSizes",
        "moduli",     "localYield", "localMap"}) {
    EXPECT_TRUE(data.at(name).is_null()) << name;
  }
}

}  // namespace
}  // namespace vitrum::report
