#include "edge/report/report.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "example_results.h"

namespace vitrum::report {
namespace {

bool shows(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ReportPage, SaysWhatWasTestedAndWhatCameOut) {
  const auto results = example::results({.glasses = 3, .lattices = 2});
  const std::string page = report_page(results, example::provenance());
  EXPECT_TRUE(shows(
      page,
      "3 glasses of 1024 atoms and 2 elasto-plastic lattices of 15\u00a0×\u00a015 elements went through "
      "the same quasi-static forward shear, to strains of 1 and 2."));
  EXPECT_TRUE(shows(page, "Past yield the glass carries a shear stress of"));
  EXPECT_TRUE(shows(page, "<i>L</i><sub>macro</sub>"));
  EXPECT_TRUE(shows(page, "local shear tests the mean yield stress of a patch"));
}

TEST(ReportPage, HasLocalTestsOnlyWhereThereAreSome) {
  const std::string with = report_page(example::results({.glasses = 1, .lattices = 1}), {});
  const std::string glass = report_page(example::results({.glasses = 1, .lattices = 0}), {});
  const std::string without =
      report_page(example::results({.glasses = 1, .lattices = 1, .events = false}), {});
  EXPECT_TRUE(shows(with, "id=\"local-title\""));
  EXPECT_TRUE(shows(with, "data-figure=\"foresight-lattice\""));
  EXPECT_TRUE(shows(glass, "data-figure=\"local-map-glass\""));
  EXPECT_FALSE(shows(glass, "data-figure=\"local-map-lattice\""));
  EXPECT_FALSE(shows(glass, "data-figure=\"foresight-lattice\""));
  for (const char* id : {"local-title", "local-map-title", "foresight-title"})
    EXPECT_FALSE(shows(without, std::string("id=\"") + id)) << id;
}

TEST(ReportPage, ShowsTextsOfTheUserAsText) {
  auto origin = example::provenance();
  origin.title = "</title><script>alert(1)</script>";
  origin.study = "</code><img src=x>";
  const std::string page = report_page(example::results({.glasses = 1, .lattices = 0}), origin);
  EXPECT_FALSE(shows(page, "<script>alert"));
  EXPECT_FALSE(shows(page, "<img"));
  EXPECT_TRUE(shows(page, "&lt;/title&gt;&lt;script&gt;alert(1)"));
}

TEST(ReportPage, HasItsTablesWithoutAnyScript) {
  study::Results results;
  results.tables = {
      {"A table", "Its caption.", {{"a.b", "A label", "<Sigma_xy>", "eps", 0.5, 0.01, "a note"}}}};
  const std::string page = report_page(results, {});
  EXPECT_TRUE(shows(page, "<h3>A table</h3>"));
  EXPECT_TRUE(shows(page, "A label <span class=\"symbol\">⟨Σ<sub>xy</sub>⟩</span>"));
  EXPECT_TRUE(shows(page, "0.500\u00a0±\u00a00.010"));
  EXPECT_TRUE(shows(page, "a note"));
}

TEST(ReportPage, SaysOnceThatOneSampleTellsNoErrors) {
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  study::Results results;
  results.tables = {{"One", "", {{"a", "A", "", "", 0.5, unknown, ""}, {"b", "B", "", "", 4, -1, ""}}},
                    {"Some", "", {{"c", "C", "", "", 0.25, unknown, ""}, {"d", "D", "", "", 4, 0.1, ""}}}};
  const std::string page = report_page(results, {});
  EXPECT_TRUE(shows(page, "One sample: errors are not known."));
  EXPECT_FALSE(shows(page, "0.5\u00a0±\u00a0unknown"));
  EXPECT_TRUE(shows(page, "0.25\u00a0±\u00a0unknown"));
}

TEST(ReportPage, CitesBothPapersInFull) {
  const std::string page = report_page({}, {});
  EXPECT_TRUE(shows(page, "doi:10.5802/crphys.48"));
  EXPECT_TRUE(shows(page, "Stochastic evolution elasto-plastic modeling of a metallic glass"));
}

TEST(Drops, AreCountedAlongTheLoading) {
  History history;
  history.states.resize(3);
  history.states[1].strain = -0.1;
  history.states[2].strain = -0.05;
  Event event;
  event.stress_before = -0.5;
  event.stress_after = -0.3;
  event.state = 1;  // sheared backward
  EXPECT_DOUBLE_EQ(drop_along_loading(history, event), 0.2);
  event.state = 2;  // forward again
  EXPECT_DOUBLE_EQ(drop_along_loading(history, event), -0.2);
}

TEST(ReportPage, CarriesTheLicenceOfThePlottingLibrary) {
  EXPECT_TRUE(shows(report_page({}, {}), "Permission is hereby granted, free of charge"));
}

TEST(SummaryJson, HoldsEveryNumberOfTheTablesToTheLastBit) {
  const auto results = example::results({.glasses = 3, .lattices = 2});
  const auto json = nlohmann::json::parse(summary_json(results, example::provenance()));
  std::size_t numbers = 0;
  for (const auto& table : results.tables) {
    for (const auto& row : table.rows) {
      const auto& entry = json.at("quantities").at(row.key);
      EXPECT_EQ(entry.at("value").get<double>(), row.value) << row.key;
      EXPECT_EQ(entry.contains("error"), row.error >= 0) << row.key;
      if (row.error >= 0) {
        EXPECT_EQ(entry.at("error").get<double>(), row.error) << row.key;
      }
      EXPECT_EQ(entry.at("unit"), row.unit);
      ++numbers;
    }
  }
  EXPECT_EQ(json.at("quantities").size(), numbers);
  EXPECT_EQ(json.at("title"), "A glass & its lattice <compared>");
  EXPECT_EQ(json.at("provenance").at("Seed"), "1");
  EXPECT_EQ(json.at("remarks").size(), 2u);
}

TEST(SummaryJson, TellsExactFromUnknown) {
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  study::Results results;
  results.tables = {{"", "", {{"exact", "", "", "", 3, -1, ""}, {"unknown", "", "", "", 0.5, unknown, ""}}}};
  const auto quantities = nlohmann::json::parse(summary_json(results, {})).at("quantities");
  EXPECT_FALSE(quantities.at("exact").contains("error"));
  EXPECT_TRUE(quantities.at("unknown").at("error").is_null());
}

}  // namespace
}  // namespace vitrum::report
