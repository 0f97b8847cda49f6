#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"
#include "edge/report/paper_figures_html.h"
#include "edge/report/report.h"
#include "example_paper.h"

namespace vitrum::report {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

study::PaperFigure figure() {
  study::PaperFigure out{"Fig. 7", "A <figure>", {}, {}, "A note on L_stat."};
  study::FigurePanel curve;
  curve.name = "7a";
  curve.title = "first";
  curve.y_label = "<tau_c>";
  curve.log_y = true;
  study::FigureSeries line;
  line.label = "glass";
  line.role = "glass";
  line.stroke = study::Stroke::dotted;
  line.x = {1, 2};
  line.y = {3, 4};
  line.error = {0.5, NAN};
  curve.series = {line};
  study::FigurePanel empty;
  empty.name = "7b";
  empty.note = "Nobody measured it.";
  study::FigurePanel cells;
  cells.name = "7c";
  cells.categories = {"drop", "tau_c"};
  line.mark = study::Mark::cells;
  line.label = "C";
  line.x = {1};
  line.y = {0.25};
  line.error = {0.01};
  cells.series = {line};
  out.panels = {curve, empty, cells};
  out.claims = {{"It holds.", "a limit", "k is -2", study::Verdict::holds},
                {"It fails.", "", "L_stat > 1", study::Verdict::fails}};
  return out;
}

TEST(PaperFigures, DataHoldsWhatIsPlotted) {
  const auto data = paper_figures_data({figure()});
  ASSERT_EQ(data.size(), 1u);
  ASSERT_EQ(data[0]["panels"].size(), 1u);  // nothing to plot in 7b, a table in 7c
  const auto& panel = data[0]["panels"][0];
  EXPECT_EQ(panel["name"], "7a");
  EXPECT_EQ(panel["logX"], false);
  EXPECT_EQ(panel["logY"], true);
  EXPECT_EQ(panel["series"][0]["stroke"], "dotted");
  EXPECT_EQ(panel["series"][0]["mark"], "line");
  EXPECT_EQ(panel["series"][0]["value"], packed({3, 4}));
  EXPECT_EQ(panel["series"][0]["error"], packed({0.5, NAN}));
  EXPECT_TRUE(paper_figures_data({}).is_null());
}

TEST(PaperFigures, TextSaysWhatIsMissingAndWhatHolds) {
  const std::string html = paper_figures_html({figure()});
  EXPECT_TRUE(holds(html, "A &lt;figure&gt;"));
  EXPECT_TRUE(holds(html, "data-figure=\"paper-7a\""));
  EXPECT_TRUE(holds(html, "⟨τ<sub>c</sub>⟩"));
  EXPECT_FALSE(holds(html, "data-figure=\"paper-7b\""));
  EXPECT_TRUE(holds(html, "<p class=\"no-data\">Nobody measured it.</p>"));
  EXPECT_TRUE(holds(html, "<td>&ndash;</td><td style=\"--share:50%\""));
  EXPECT_TRUE(holds(html, "✓</span>&nbsp;holds"));
  EXPECT_TRUE(holds(html, "✗</span>&nbsp;fails"));
  EXPECT_TRUE(holds(html, "k is −2"));
  EXPECT_TRUE(holds(html, "Criterion: a limit."));
}

TEST(PaperFigures, VerdictsAreCounted) {
  const std::string html = verdicts_html({figure(), figure()});
  EXPECT_TRUE(holds(html, "<td>1</td><td>&middot;</td><td>1</td><td>&middot;</td></tr>"));
  EXPECT_TRUE(holds(html, "All statements</th><td>2</td><td>&middot;</td><td>2</td><td>&middot;</td>"));
}

TEST(PaperFigures, StandInTheSummaryWithAllNumbers) {
  study::Results results;
  results.paper_figures = {figure()};
  const auto json = nlohmann::json::parse(summary_json(results, {})).at("figures");
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["figure"], "Fig. 7");
  EXPECT_EQ(json[0]["panels"].size(), 3u);
  EXPECT_EQ(json[0]["panels"][0]["series"][0]["y"], (std::vector<double>{3, 4}));
  EXPECT_EQ(json[0]["panels"][0]["series"][0]["error"][0], 0.5);
  EXPECT_TRUE(json[0]["panels"][0]["series"][0]["error"][1].is_null());
  EXPECT_EQ(json[0]["panels"][1]["note"], "Nobody measured it.");
  EXPECT_EQ(json[0]["claims"][1]["verdict"], "fails");
  EXPECT_FALSE(nlohmann::json::parse(summary_json({}, {})).contains("figures"));
}

TEST(PaperFigures, AreOnThePageWhenAskedFor) {
  study::Results results;
  EXPECT_FALSE(holds(report_page(results, {}), "id=\"paper-title\""));
  example::add_calibration(results);
  example::add_paper_figures(results);
  const std::string page = report_page(results, {});
  EXPECT_TRUE(holds(page, "id=\"paper-title\""));
  EXPECT_TRUE(holds(page, "data-figure=\"paper-3a\""));
  EXPECT_TRUE(holds(page, "id=\"paper-10\""));
}

}  // namespace
}  // namespace vitrum::report
