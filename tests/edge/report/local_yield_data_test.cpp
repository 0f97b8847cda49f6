#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"
#include "edge/report/page_sections.h"
#include "edge/report/report.h"

namespace vitrum::report {
namespace {

using Numbers = std::vector<double>;

compare::LocalStatistics statistics(double radius, double angle, double first_mean) {
  compare::LocalStatistics out;
  out.radius = radius;
  out.elements = 3;
  out.angle = angle;
  out.tests = 1200;
  out.realizations = 7;
  out.not_found = 0.25;
  for (std::size_t i = 0; i < compare::local_quantities().size(); ++i) {
    const double mean = first_mean + static_cast<double>(i);
    out.moments.push_back({{mean, 0.5}, {2 * mean, std::nan("")}});
  }
  out.negative = {0.125, 0.0625};
  return out;
}

study::LocalYieldState state() {
  study::LocalYieldState out{"lattice", "unloaded", 1, 0.4, {}, {}, {}};
  out.statistics = {statistics(5, 0, 1), statistics(5, 90, 2), statistics(10, 0, 3)};
  study::LocalDetail detail{
      5, 90, {}, {{1, 10, 100}, {0.5, 0.25}, {0.25, 0.125}, 9}, {{1, 2}, {3, 4}, {0.5, 0.5}, 7}};
  detail.densities.resize(compare::local_quantities().size());
  detail.densities[2] = {{0, 1, 2}, {0.25, 0.75}, {0.1, 0.2}};
  out.details = {detail};
  out.foresight = {{5, {{{0.5, 0.1}, {0.25, 0.2}}, {0.01, 0.02}, {7, 6}}}};
  return out;
}

TEST(LocalYieldData, HoldsColumnsOfEveryRadiusAndAngle) {
  const auto data = local_yield_data({state()});
  ASSERT_EQ(data.size(), 1u);
  EXPECT_EQ(data[0]["label"], "unloaded");
  EXPECT_EQ(data[0]["radius"], (Numbers{5, 5, 10}));
  EXPECT_EQ(data[0]["angle"], (Numbers{0, 90, 0}));
  EXPECT_EQ(data[0]["tests"][2], 1200);
  EXPECT_EQ(data[0]["mean"]["tau_c"]["value"], packed({3, 4, 5}));
  EXPECT_EQ(data[0]["deviation"]["von_mises"]["value"], packed({2, 4, 6}));
  EXPECT_EQ(data[0]["deviation"]["drop"]["error"], packed({NAN, NAN, NAN}));
  EXPECT_EQ(data[0]["negative"]["error"], packed({0.0625, 0.0625, 0.0625}));
  EXPECT_TRUE(local_yield_data({}).is_null());
}

TEST(LocalYieldData, HoldsDensitiesDropsAndForesight) {
  const auto data = local_yield_data({state()})[0];
  ASSERT_EQ(data["details"].size(), 1u);
  EXPECT_EQ(data["details"][0]["angle"], 90);
  EXPECT_EQ(data["details"][0]["densities"].size(), 1u);  // the others are empty
  EXPECT_EQ(data["details"][0]["densities"]["tau_c"]["edges"], packed({0, 1, 2}));
  EXPECT_EQ(data["details"][0]["densities"]["tau_c"]["error"], packed({0.1, 0.2}));
  EXPECT_EQ(data["details"][0]["distances"]["edges"], packed({1, 10, 100}));
  EXPECT_EQ(data["details"][0]["distances"]["value"], packed({0.5, 0.25}));
  EXPECT_EQ(data["details"][0]["distances"]["error"], packed({0.25, 0.125}));
  EXPECT_EQ(data["details"][0]["drops"]["value"], packed({3, 4}));
  EXPECT_EQ(data["foresight"][0]["strain"], packed({0.01, 0.02}));
  EXPECT_EQ(data["foresight"][0]["value"], packed({0.5, 0.25}));
  EXPECT_EQ(data["foresight"][0]["samples"], (std::vector<int>{7, 6}));
}

TEST(LocalYieldText, SaysWhatWasTested) {
  study::LocalYieldState quenched = state();
  quenched.label = "as quenched";
  EXPECT_EQ(
      local_yield_text({quenched, state()}),
      "Lattice: 7200 tests in 7 lattices, as quenched and unloaded, with <i>R</i>&nbsp;=&nbsp;5 and 10 along "
      "2 directions.");
  EXPECT_EQ(local_yield_text({}), "");
}

TEST(LocalYieldText, LeadsWithTheLargestPatchesShearedForward) {
  study::LocalYieldState glass = state();
  glass.model = "glass";
  glass.label = "as quenched";
  EXPECT_EQ(
      local_yield_lead({glass, state()}),
      "In 7200 local shear tests the mean yield stress of a patch that is sheared forward is "
      "<strong>5.00\u00a0±\u00a00.50&nbsp;ε/σ²</strong> in the glass as quenched (<i>R</i>&nbsp;=&nbsp;10) "
      "and "
      "<strong>5.00\u00a0±\u00a00.50&nbsp;ε/σ²</strong> in the lattice unloaded (<i>R</i>&nbsp;=&nbsp;10).");
  EXPECT_EQ(local_yield_lead({}), "");
}

TEST(LocalYieldText, NamesTheDirectionThatStandsForForward) {
  study::LocalYieldState lattice = state();
  lattice.statistics = {statistics(5, 0, 1), statistics(10, 170, 2), statistics(20, 20, 3)};
  EXPECT_NE(local_yield_lead({lattice}).find("(<i>R</i>&nbsp;=&nbsp;10, α&nbsp;=&nbsp;−10°)."),
            std::string::npos);
  lattice.statistics = {statistics(5, 20, 1), statistics(5, 90, 2)};
  EXPECT_EQ(local_yield_lead({lattice}), "");
}

TEST(LocalYieldSummary, HoldsEveryMomentWithItsError) {
  study::Results results;
  results.local = {state()};
  const auto json = nlohmann::json::parse(summary_json(results, {})).at("local_yield");
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["model"], "lattice");
  EXPECT_EQ(json[0]["state"], "unloaded");
  EXPECT_EQ(json[0]["leg"], 1);
  EXPECT_EQ(json[0]["strain"], 0.4);
  ASSERT_EQ(json[0]["tests"].size(), 3u);
  const auto& test = json[0]["tests"][1];
  EXPECT_EQ(test["radius"], 5);
  EXPECT_EQ(test["angle"], 90);
  EXPECT_EQ(test["elements"], 3);
  EXPECT_EQ(test["tests"], 1200);
  EXPECT_EQ(test["realizations"], 7);
  EXPECT_EQ(test["not_found"], 0.25);
  EXPECT_EQ(test["negative"]["value"], 0.125);
  EXPECT_EQ(test["mean"]["distance"]["value"], 5);
  EXPECT_EQ(test["mean"]["distance"]["error"], 0.5);
  EXPECT_EQ(test["deviation"]["distance"]["value"], 10);
  EXPECT_TRUE(test["deviation"]["distance"]["error"].is_null());
  EXPECT_EQ(json[0]["following_events"][0]["radius"], 5);
  EXPECT_EQ(json[0]["following_events"][0]["events"][1]["rank_correlation"]["value"], 0.25);
  EXPECT_EQ(json[0]["following_events"][0]["events"][1]["samples"], 6);
  EXPECT_FALSE(nlohmann::json::parse(summary_json({}, {})).contains("local_yield"));
}

}  // namespace
}  // namespace vitrum::report
