#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

// Numbers that all maps together may take on the page, and maps side by side.
constexpr std::size_t room_for_fields = 400'000;
constexpr std::size_t most_maps = 12;

struct Shown {
  const char* name;  ///< of the field
  const char* label;
  const char* unit;
};

constexpr Shown shown[] = {{"plastic_shear", "plastic shear", ""},
                           {"stress_xy", "shear stress", "ε/σ²"},
                           {"smallest_distance", "smallest distance to threshold", "ε/σ²"},
                           {"slips", "slips", ""}};

using Snapshot = const FieldSnapshot*;

/// Snapshots with a map of that name, at most as many as fit, the first and the last among them.
std::vector<Snapshot> snapshots_with(const study::SampleRecord& record, const char* field) {
  std::vector<Snapshot> all, out;
  for (const auto& snapshot : record.fields) {
    const auto found = snapshot.fields.arrays.find(field);
    if (found != snapshot.fields.arrays.end() && found->second.shape.size() == 2) all.push_back(&snapshot);
  }
  if (all.size() <= most_maps) return all;
  for (std::size_t i = 0; i < most_maps; ++i) out.push_back(all[i * (all.size() - 1) / (most_maps - 1)]);
  return out;
}

std::size_t rounded_up(std::size_t number, std::size_t block) { return (number + block - 1) / block; }

/// Means over blocks of elements; those at the far sides may be smaller.
std::vector<double> in_blocks(const std::vector<double>& values, std::size_t rows, std::size_t columns,
                              std::size_t block) {
  if (block == 1) return values;
  const std::size_t across = rounded_up(columns, block);
  std::vector<double> sums(rounded_up(rows, block) * across), counts(sums.size());
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t at = row / block * across + column / block;
      sums[at] += values[row * columns + column];
      counts[at] += 1;
    }
  for (std::size_t at = 0; at < sums.size(); ++at) sums[at] /= counts[at];
  return sums;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

nlohmann::json lattice_maps_data(const std::vector<study::SampleRecord>& lattice) {
  const char* leading = shown[0].name;
  const auto record = std::find_if(lattice.begin(), lattice.end(),
                                   [&](const auto& one) { return !snapshots_with(one, leading).empty(); });
  if (record == lattice.end()) return nullptr;
  const auto snapshots = snapshots_with(*record, leading);
  const auto shape = snapshots.front()->fields.arrays.at(leading).shape;
  const auto has = [&](const Shown& field) {
    return std::all_of(snapshots.begin(), snapshots.end(), [&](Snapshot one) {
      const auto found = one->fields.arrays.find(field.name);
      return found != one->fields.arrays.end() && found->second.shape == shape;
    });
  };
  const auto fields_shown = static_cast<std::size_t>(std::count_if(std::begin(shown), std::end(shown), has));
  std::size_t block = 1;
  while (fields_shown * snapshots.size() * rounded_up(shape[0], block) * rounded_up(shape[1], block) >
         room_for_fields)
    ++block;

  nlohmann::json frames = nlohmann::json::array(), fields = nlohmann::json::array();
  for (const Snapshot snapshot : snapshots) {
    nlohmann::json frame{{"strain", snapshot->strain}};
    if (snapshot->fields.has_array("stress_xy"))
      frame["stress"] = mean_of(snapshot->fields.doubles("stress_xy"));
    frames.push_back(std::move(frame));
  }
  for (const Shown& field : shown) {
    if (!has(field)) continue;
    nlohmann::json maps = nlohmann::json::array();
    for (const Snapshot snapshot : snapshots)
      maps.push_back(packed(in_blocks(snapshot->fields.doubles(field.name), shape[0], shape[1], block)));
    fields.push_back({{"label", field.label}, {"unit", field.unit}, {"maps", std::move(maps)}});
  }
  return {{"sample", record->sample},
          {"rows", rounded_up(shape[0], block)},
          {"columns", rounded_up(shape[1], block)},
          {"block", block},
          {"frames", std::move(frames)},
          {"fields", std::move(fields)}};
}

}  // namespace vitrum::report
