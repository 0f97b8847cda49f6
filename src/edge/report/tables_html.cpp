#include <algorithm>
#include <cmath>
#include <utility>

#include "edge/report/page_sections.h"
#include "edge/report/words.h"

namespace vitrum::report {
namespace {

/// Of one sample no error is known, which is said once and not in every row.
bool without_errors(const study::QuantityTable& table) {
  const auto unknown = [](const study::Quantity& row) { return std::isnan(row.error); };
  const auto known = [](const study::Quantity& row) { return row.error >= 0; };
  return std::any_of(table.rows.begin(), table.rows.end(), unknown) &&
         std::none_of(table.rows.begin(), table.rows.end(), known);
}

std::string row_html(const study::Quantity& row, bool with_errors) {
  std::string html = "<tr><th scope=\"row\">" + prose_html(row.label);
  if (!row.symbol.empty()) html += " <span class=\"symbol\">" + symbol_html(row.symbol) + "</span>";
  html += "</th><td class=\"value\">" + with_error(row.value, with_errors ? row.error : -1);
  if (!row.unit.empty()) html += " <span class=\"unit\">" + symbol_html(row.unit) + "</span>";
  return html + "</td><td class=\"note\">" + prose_html(row.note) + "</td></tr>\n";
}

}  // namespace

std::string tables_html(const std::vector<study::QuantityTable>& tables) {
  std::string html;
  for (const auto& table : tables) {
    if (table.rows.empty()) continue;
    html += "<section class=\"numbers\"><h3>" + escaped(table.title) + "</h3>\n";
    const bool with_errors = !without_errors(table);
    const std::string caption = table.caption + (with_errors ? "" : " (One sample: errors are not known.)");
    if (!caption.empty()) html += "<p>" + prose_html(caption) + "</p>\n";
    html +=
        "<table><thead><tr><th scope=\"col\">Quantity</th><th scope=\"col\">Value</th>"
        "<th scope=\"col\">Note</th></tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) html += row_html(row, with_errors);
    html += "</tbody></table></section>\n";
  }
  return html;
}

std::string remarks_html(const std::vector<std::string>& remarks) {
  std::string html;
  for (const std::string& remark : remarks) {
    const auto colon = remark.find(": ");
    // A short beginning before a colon is a heading of its own.
    if (colon < 60) {  // npos is not
      html += "<li><strong>" + prose_html(remark.substr(0, colon)) + ":</strong> " +
              prose_html(remark.substr(colon + 2)) + "</li>\n";
    } else {
      html += "<li>" + prose_html(remark) + "</li>\n";
    }
  }
  return html.empty() ? html : "<ul class=\"remarks\">\n" + html + "</ul>";
}

std::string mismatch_html(const compare::DensityPair& pair) {
  return "<i>L</i>[<i>P</i>] = " + with_error(pair.mismatch.value, pair.mismatch.error) +
         " <span class=\"floor\">(by chance alone " + with_decimals(pair.floor, 3) + ")</span>";
}

namespace {

struct Excluded {
  std::string quantity, model;
  double share;
};

std::string excluded_sentence(const std::vector<Excluded>& excluded) {
  std::string text;
  for (const auto& [quantity, model, share] : excluded) {
    if (share <= 0) continue;
    const std::string what = quantity == "drop" ? "events" : "rises";
    text += (text.empty() ? "" : ", ") + with_decimals(100 * share, 2) + "&nbsp;% of the " + what +
            " of the " + model;
  }
  return text.empty() ? "" : " Values of zero or less are left out: " + text + ".";
}

}  // namespace

std::string excluded_text(const std::vector<compare::DensityPair>& quantities) {
  std::vector<Excluded> excluded;
  for (const auto& pair : quantities) {
    excluded.push_back({pair.quantity, "glass", pair.excluded_first});
    excluded.push_back({pair.quantity, "lattice", pair.excluded_second});
  }
  return excluded_sentence(excluded);
}

std::string excluded_text(const study::Description& description) {
  std::vector<Excluded> excluded;
  for (const auto& one : description.macroscale.quantities)
    excluded.push_back({one.quantity, description.model, one.excluded});
  return excluded_sentence(excluded);
}

}  // namespace vitrum::report
