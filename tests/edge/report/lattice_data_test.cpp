#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"
#include "edge/report/page_sections.h"

namespace vitrum::report {
namespace {

using Numbers = std::vector<double>;

/// A first leg to strain 1 and back by `back`, without events.
study::SampleRecord there_and_back(double stress, double back) {
  study::SampleRecord record;
  record.history.increment = 0.5;
  for (const auto& [strain, shear] : {std::pair{0.0, 0.0}, {1.0, stress}, {1 - back, 0.0}}) {
    State state;
    state.strain = strain;
    state.stress.xy = shear;
    record.history.states.push_back(state);
  }
  record.history.leg = {0, 0, 1};
  return record;
}

TEST(BundleData, HasAllLegsAndTheirMeansAsFarAsAllAreInThem) {
  const auto data = bundle_data({there_and_back(1, 0.5), there_and_back(3, 0.25)});
  EXPECT_EQ(data["realizations"], 2);
  // The end of the first leg begins the second one.
  EXPECT_EQ(data["samples"][0]["strain"], packed({0, 1, 1, 0.5}));
  EXPECT_EQ(data["samples"][1]["stress"], packed({0, 3, 3, 0}));
  ASSERT_EQ(data["means"].size(), 2u);
  Numbers strain, value, error;
  for (int i = 0; i <= 500; ++i) {
    const double way = 0.25 * i / 500;
    strain.push_back(1 - way);
    const double one = 1 - 2 * way, two = 3 - 12 * way;
    value.push_back((one + two) / 2);
    error.push_back(std::abs(one - two) / 2);
  }
  EXPECT_EQ(data["means"][1]["strain"], packed(strain));
  EXPECT_EQ(data["means"][1]["value"], packed(value));
  EXPECT_TRUE(bundle_data({study::SampleRecord{}}).is_null());
}

TEST(BundleData, HasNoMeanWhereTheStrainTurnsBack) {
  auto record = there_and_back(1, 0.5);
  record.history.leg = {0, 0, 0};
  const auto data = bundle_data({record});
  EXPECT_EQ(data["samples"].size(), 1u);
  EXPECT_TRUE(data["means"].empty());
}

TEST(LegCurvesData, HoldsCurvesWithTheirErrors) {
  const auto data = leg_curves_data({{"lattice", "somewhere", {{1, 2}, {3, 4}, {0.5, std::nan("")}, 7}}});
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0]["label"], "somewhere");
  EXPECT_EQ(data[0]["realizations"], 7);
  EXPECT_EQ(data[0]["x"], packed({1, 2}));
  EXPECT_EQ(data[0]["error"], packed({0.5, 0}));
  EXPECT_TRUE(leg_curves_data({}).is_null());
}

TEST(AvalancheSizesData, PutsEachBinAtTheMiddleOfItsNumbers) {
  study::AvalancheSizes sizes;
  sizes.slips = {{0.5, 1.5, 3.5}, {0.5, 0.25}, {0.1, 0.05}, 20};
  const auto data = avalanche_sizes_data(sizes);
  EXPECT_EQ(data["slips"]["at"], (Numbers{1, std::sqrt(6.0)}));
  EXPECT_EQ(data["slips"]["value"], (Numbers{0.5, 0.25}));
  EXPECT_TRUE(data["duration"].is_null());
  sizes.slips.events = 19;
  EXPECT_TRUE(avalanche_sizes_data(sizes).is_null());
}

study::SampleRecord with_avalanche(std::int64_t sample, double dissipated) {
  study::SampleRecord record;
  record.sample = sample;
  Event event;
  event.strain = 0.25;
  event.dissipated = dissipated;
  event.slips = 5;
  event.duration = 2;
  event.participation = 3;
  record.history.events = {event};
  record.largest_event.put("event", std::int64_t{0});
  record.largest_event.groups["fields"].put_shaped("slips", {1, 3}, {dissipated, 0, 1});
  return record;
}

TEST(LargestAvalancheData, IsOfTheLatticeThatDissipatedMost) {
  const std::vector<study::SampleRecord> lattice{with_avalanche(0, 1), with_avalanche(4, 3), {}};
  const auto data = largest_avalanche_data(lattice);
  EXPECT_EQ(data["rows"], 1);
  EXPECT_EQ(data["columns"], 3);
  EXPECT_EQ(data["values"], packed({3, 0, 1}));
  const std::string text = largest_avalanche_text(lattice);
  EXPECT_NE(text.find("At strain 0.25 in lattice 4"), std::string::npos);
  EXPECT_NE(text.find("In 2 relaxation steps 3 elements slipped, 5 times in all."), std::string::npos);
  EXPECT_TRUE(largest_avalanche_data({study::SampleRecord{}}).is_null());
  EXPECT_EQ(largest_avalanche_text({}), "");
}

TEST(LatticeMapsData, HasTheFieldsOfAllSnapshots) {
  study::SampleRecord record;
  record.sample = 2;
  for (const double strain : {0.0, 0.5}) {
    Group fields;
    fields.put_shaped("plastic_shear", {1, 2}, {strain, 2 * strain});
    fields.put_shaped("stress_xy", {1, 2}, {1, 2});
    if (strain > 0) fields.put_shaped("slips", {1, 2}, {1, 0});
    record.fields.push_back({strain, fields});
  }
  const auto data = lattice_maps_data({{}, record});
  EXPECT_EQ(data["sample"], 2);
  EXPECT_EQ(data["columns"], 2);
  EXPECT_EQ(data["frames"][1]["strain"], 0.5);
  EXPECT_EQ(data["frames"][1]["stress"], 1.5);
  ASSERT_EQ(data["fields"].size(), 2u);  // slips are not everywhere
  EXPECT_EQ(data["fields"][0]["maps"][1], packed({0.5, 1}));
  EXPECT_EQ(data["fields"][1]["label"], "shear stress");
  EXPECT_TRUE(lattice_maps_data({{}}).is_null());
}

TEST(LatticeMapsData, AveragesBlocksOfLargeLattices) {
  study::SampleRecord record;
  const std::size_t rows = 641, columns = 1000;
  Numbers values;
  for (std::size_t i = 0; i < rows * columns; ++i) values.push_back(static_cast<double>(i / columns));
  Group fields;
  fields.put_shaped("plastic_shear", {rows, columns}, values);
  record.fields.push_back({0.5, fields});
  const auto data = lattice_maps_data({record});
  EXPECT_EQ(data["block"], 2);
  EXPECT_EQ(data["rows"], 321);
  EXPECT_EQ(data["columns"], 500);
  Numbers expected;
  for (std::size_t i = 0; i < 320; ++i)
    expected.insert(expected.end(), 500, 2.0 * static_cast<double>(i) + 0.5);
  expected.insert(expected.end(), 500, 640);
  EXPECT_EQ(data["fields"][0]["maps"][0], packed(expected));
}

/// Two directions, two elements.
study::SampleRecord with_distances(Numbers distances, double stress) {
  study::SampleRecord record;
  Group fields;
  fields.put_shaped("directional_distance", {2, 1, 2}, std::move(distances));
  fields.put_shaped("stress_xy", {1, 2}, {stress, stress});
  record.fields.push_back({0.5, fields});
  return record;
}

TEST(AnisotropyData, AveragesOverElementsThenSamples) {
  const auto data =
      anisotropy_data({with_distances({1, 3, 5, 7}, 0.25), {}, with_distances({3, 5, 5, 7}, 0.75)});
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0]["samples"], 2);
  EXPECT_EQ(data[0]["strain"], 0.5);
  EXPECT_EQ(data[0]["stress"], 0.5);
  EXPECT_EQ(data[0]["alpha"], (Numbers{0, 90}));
  EXPECT_EQ(data[0]["value"], (Numbers{3, 6}));
  EXPECT_NEAR(data[0]["error"][0].get<double>(), 1, 1e-14);  // samples 2 and 4
  EXPECT_EQ(data[0]["error"][1], 0);
  EXPECT_TRUE(anisotropy_data({{}}).is_null());
}

TEST(AnisotropyData, LeavesOutDirectionsThatNeverYield) {
  const auto data = anisotropy_data({with_distances({1, 3, 5, INFINITY}, 0)});
  EXPECT_EQ(data[0]["alpha"], Numbers{0});
}

TEST(Description, FillsTheFiguresOfOneModel) {
  study::Description description;
  description.model = "lattice";
  description.macroscale.quantities = {{"drop", {{0, 1, 2}, {0.5, 0.5}, {0.1, 0.2}}, {}, {}, true, 0.25}};
  description.macroscale.deviation = {{0.1, {1, 0.5}}, {0.2, {2, 0.25}}};
  const auto densities = densities_data(description);
  EXPECT_EQ(densities[0]["lattice"]["error"], (Numbers{0.1, 0.2}));
  EXPECT_FALSE(densities[0].contains("glass"));
  EXPECT_EQ(deviation_data(description)["lattice"]["value"], (Numbers{1, 2}));
  EXPECT_TRUE(densities_data(study::Description{}).is_null());
  EXPECT_TRUE(deviation_data(study::Description{}).is_null());
  EXPECT_NE(excluded_text(description).find("25.00&nbsp;% of the events of the lattice"), std::string::npos);
}

}  // namespace
}  // namespace vitrum::report
