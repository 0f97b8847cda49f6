#include "edge/report/paper_figures_html.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

using study::FigurePanel;
using study::PaperFigure;

/// With a capital at the beginning, unless that is a symbol of one letter.
std::string capitalised(std::string text) {
  const auto is_letter = [&](std::size_t i) {
    return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
  };
  if (is_letter(0) && is_letter(1))
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

/// Words that stay on one line.
std::string unbroken(std::string text) {
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
    text.replace(at, 1, "&nbsp;");
  return text;
}

/// Prose with the minus signs of its numbers.
std::string numbers_html(const std::string& text) {
  std::string out = prose_html(text);
  for (std::size_t at = out.find('-'); at != std::string::npos; at = out.find('-', at + 1)) {
    const bool number = at + 1 < out.size() && std::isdigit(static_cast<unsigned char>(out[at + 1])) != 0;
    if (number && (at == 0 || out[at - 1] == ' ' || out[at - 1] == '(')) out.replace(at, 1, "−");
  }
  return out;
}

std::string note_html(const std::string& note) {
  return note.empty() ? "" : "<p class=\"aside\">" + prose_html(note) + "</p>\n";
}

/// Numbers as a table, the background the stronger the larger they are.
std::string cells_html(const FigurePanel& panel) {
  double largest = 0;
  for (const auto& row : panel.series)
    for (const double value : row.y)
      if (std::isfinite(value)) largest = std::max(largest, value);
  std::string html = "<div class=\"cells\"><table><thead><tr><td></td>";
  for (const std::string& category : panel.categories)
    html += "<th scope=\"col\">" + symbol_html(category) + "</th>";
  html += "</tr></thead><tbody>\n";
  for (const auto& row : panel.series) {
    html += "<tr><th scope=\"row\">" + escaped(row.label) + "</th>";
    for (std::size_t column = 0; column < panel.categories.size(); ++column) {
      const auto found = std::find(row.x.begin(), row.x.end(), static_cast<double>(column));
      const auto at = static_cast<std::size_t>(found - row.x.begin());
      if (found == row.x.end() || !std::isfinite(row.y[at])) {
        html += "<td>&ndash;</td>";
        continue;
      }
      const double share = largest > 0 ? std::max(0.0, row.y[at] / largest) : 0;
      html += "<td style=\"--share:" + with_decimals(50 * share, 0) + "%\" title=\"" +
              with_error(row.y[at], row.error.empty() ? -1 : row.error[at]) + "\">" +
              with_decimals(row.y[at], 2) + "</td>";
    }
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string plot_html(const FigurePanel& panel, bool legend) {
  const std::string title = escaped(panel.name + ": " + panel.title);
  std::string html = legend ? "<ul class=\"legend\"></ul>\n" : "";
  html += "<p class=\"axis-title\">" + symbol_html(panel.y_label) + "</p>\n";
  html += "<div class=\"plot\" data-figure=\"paper-" + escaped(panel.name) + "\" role=\"img\" aria-label=\"" +
          title + "\"></div>\n";
  html += "<p class=\"axis-title across\">" + symbol_html(panel.x_label) + "</p>\n";
  if (!panel.map.values.empty())
    html += "<p class=\"axis-title\">" + symbol_html(panel.map.label) + "</p>\n<div class=\"scale\"></div>\n";
  return html;
}

std::string panel_html(const FigurePanel& panel, bool legend, bool noted) {
  std::string html = "<figure>\n<figcaption><span><b>" + escaped(panel.name) + "</b> " +
                     prose_html(capitalised(panel.title)) + "</span></figcaption>\n";
  if (!study::has_data(panel)) {
    html += "<p class=\"no-data\">" + prose_html(panel.note.empty() ? "There is no data." : panel.note) +
            "</p>\n";
  } else {
    const bool cells = !panel.series.empty() && panel.series.front().mark == study::Mark::cells;
    html += cells ? cells_html(panel) : plot_html(panel, legend);
    if (noted) html += note_html(panel.note);
  }
  return html + "</figure>\n";
}

/// As many columns as the paper's figure has, where there is room.
const char* grid_of(const PaperFigure& figure) {
  const std::size_t panels = figure.panels.size();
  const bool cells = std::any_of(figure.panels.begin(), figure.panels.end(), [](const FigurePanel& panel) {
    return !panel.series.empty() && panel.series.front().mark == study::Mark::cells;
  });
  if (cells) return "one";
  if (panels == 1) return "one narrow";
  if (panels == 8) return "four";
  return panels % 3 == 0 ? "three" : "two";
}

std::string mark_html(study::Verdict verdict) {
  const VerdictWords words = words_of(verdict);
  return std::string("<span class=\"verdict ") + words.word + "\"><span aria-hidden=\"true\">" +
         words.symbol + "</span>&nbsp;" + words.word + "</span>";
}

std::string claims_html(const PaperFigure& figure) {
  if (figure.claims.empty()) return "";
  std::string html = "<table class=\"claims\"><thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">" +
                     unbroken(capitalised(figure.paper)) +
                     " says</th><th scope=\"col\">Found here</th></tr></thead><tbody>\n";
  for (const auto& claim : figure.claims) {
    html += "<tr><td>" + mark_html(claim.verdict) + "</td><td>" + prose_html(claim.statement) + "</td><td>" +
            numbers_html(capitalised(claim.here));
    if (!claim.criterion.empty()) html += "<small>Criterion: " + prose_html(claim.criterion) + ".</small>";
    html += "</td></tr>\n";
  }
  return html + "</tbody></table>\n";
}

constexpr study::Verdict verdicts[]{study::Verdict::holds, study::Verdict::partly, study::Verdict::fails,
                                    study::Verdict::unknown};

std::size_t count(const std::vector<study::PaperClaim>& claims, study::Verdict verdict) {
  return static_cast<std::size_t>(std::count_if(
      claims.begin(), claims.end(), [verdict](const auto& claim) { return claim.verdict == verdict; }));
}

std::string anchor_of(const PaperFigure& figure) {
  std::string out = "paper";
  for (const char c : figure.number)
    if (std::isdigit(static_cast<unsigned char>(c)) != 0)
      out += (out.back() == 'r' ? "-" : "") + std::string(1, c);
  return out;
}

std::string cell_of(std::size_t number) { return number == 0 ? "&middot;" : std::to_string(number); }

std::string figure_html(const PaperFigure& figure) {
  // Many panels with the same curves share one legend.
  const bool common = figure.panels.size() > 4;
  std::string html = "<section class=\"paper-figure\" data-paper=\"" + escaped(figure.number) + "\" id=\"" +
                     anchor_of(figure) + "\">\n<h3>" + escaped(figure.number) + ": " +
                     prose_html(figure.title) + "</h3>\n" + note_html(figure.note);
  if (common) html += "<ul class=\"legend common-legend\"></ul>\n";
  html += std::string("<div class=\"row ") + grid_of(figure) + "\">\n";
  for (const FigurePanel& panel : figure.panels)
    html += panel_html(panel, !common, panel.note != figure.note);
  return html + "</div>\n" + claims_html(figure) + "</section>\n";
}

}  // namespace

VerdictWords words_of(study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::holds:
      return {"holds", "✓"};
    case study::Verdict::partly:
      return {"partly", "◐"};
    case study::Verdict::fails:
      return {"fails", "✗"};
    default:
      return {"unknown", "?"};
  }
}

std::string verdicts_html(const std::vector<PaperFigure>& figures) {
  std::string html = "<table class=\"verdicts\"><thead><tr><th scope=\"col\">Figure</th>";
  for (const auto verdict : verdicts) html += "<th scope=\"col\">" + mark_html(verdict) + "</th>";
  html += "</tr></thead><tbody>\n";
  std::size_t sums[std::size(verdicts)]{};
  for (const PaperFigure& figure : figures) {
    html += "<tr><th scope=\"row\"><a href=\"#" + anchor_of(figure) + "\">" + escaped(figure.number) +
            "</a> " + prose_html(figure.title) + "</th>";
    for (std::size_t i = 0; i < std::size(verdicts); ++i) {
      const std::size_t number = count(figure.claims, verdicts[i]);
      sums[i] += number;
      html += "<td>" + cell_of(number) + "</td>";
    }
    html += "</tr>\n";
  }
  html += "</tbody><tfoot><tr><th scope=\"row\">All statements</th>";
  for (const std::size_t sum : sums) html += "<td>" + cell_of(sum) + "</td>";
  return html + "</tr></tfoot></table>\n";
}

std::string paper_name_html(const std::vector<PaperFigure>& figures) {
  return figures.empty() ? "" : unbroken(figures.front().paper);
}

std::string paper_figures_html(const std::vector<PaperFigure>& figures) {
  std::string html;
  for (const PaperFigure& figure : figures) html += figure_html(figure);
  return html;
}

}  // namespace vitrum::report
