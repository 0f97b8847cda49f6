#include <cmath>
#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

/// A bin of whole numbers stands at the geometric mean of its first and its last one.
nlohmann::json counts_data(const compare::SizeDensity& density) {
  if (density.edges.empty()) return nullptr;
  std::vector<double> at;
  for (std::size_t i = 0; i + 1 < density.edges.size(); ++i)
    at.push_back(std::sqrt((density.edges[i] + 0.5) * (density.edges[i + 1] - 0.5)));
  return {{"at", at}, {"value", density.value}, {"error", density.error}};
}

}  // namespace

nlohmann::json avalanche_sizes_data(const study::AvalancheSizes& sizes) {
  // A law of sizes needs more than a few events.
  if (sizes.slips.events < 20 || sizes.slips.edges.empty()) return nullptr;
  return {{"slips", counts_data(sizes.slips)},
          {"duration", counts_data(sizes.duration)},
          {"elements", counts_data(sizes.elements)}};
}

LargestEvent largest_avalanche(const std::vector<study::SampleRecord>& lattice) {
  LargestEvent largest;
  for (const auto& record : lattice) {
    if (!record.largest_event.has_group("fields")) continue;
    const Group& fields = record.largest_event.group("fields");
    if (!fields.has_array("slips") || fields.arrays.at("slips").shape.size() != 2) continue;
    const Event& event =
        record.history.events.at(static_cast<std::size_t>(record.largest_event.integer("event")));
    if (largest.event == nullptr || event.dissipated > largest.event->dissipated) largest = {&record, &event};
  }
  return largest;
}

nlohmann::json largest_avalanche_data(const std::vector<study::SampleRecord>& lattice) {
  const auto [record, event] = largest_avalanche(lattice);
  if (record == nullptr) return nullptr;
  const Array& slips = record->largest_event.group("fields").arrays.at("slips");
  return {{"rows", slips.shape[0]},
          {"columns", slips.shape[1]},
          {"values", packed(record->largest_event.group("fields").doubles("slips"))}};
}

}  // namespace vitrum::report
