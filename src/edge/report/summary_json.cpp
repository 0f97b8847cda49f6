#include <nlohmann/json.hpp>

#include "edge/report/local_yield_summary.h"
#include "edge/report/paper_figures_summary.h"
#include "edge/report/report.h"

namespace vitrum::report {
namespace {

nlohmann::ordered_json quantity_json(const study::Quantity& row) {
  nlohmann::ordered_json json;
  json["label"] = row.label;
  json["symbol"] = row.symbol;
  json["unit"] = row.unit;
  json["value"] = row.value;  // not a number is written as null
  const bool exact = row.error < 0;
  if (!exact) json["error"] = row.error;
  json["note"] = row.note;
  return json;
}

}  // namespace

std::string summary_json(const study::Results& results, const Provenance& provenance) {
  nlohmann::ordered_json json;
  json["format"] = "vitrum summary";
  json["version"] = 1;
  json["title"] = provenance.title;
  auto& quantities = json["quantities"] = nlohmann::ordered_json::object();
  for (const auto& table : results.tables) {
    for (const auto& row : table.rows) quantities[row.key] = quantity_json(row);
  }
  if (!results.local.empty()) json["local_yield"] = local_yield_summary(results.local);
  if (!results.paper_figures.empty()) json["figures"] = paper_figures_summary(results.paper_figures);
  json["remarks"] = results.remarks;
  auto& facts = json["provenance"] = nlohmann::ordered_json::object();
  for (const auto& [name, value] : provenance.facts) facts[name] = value;
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace vitrum::report
