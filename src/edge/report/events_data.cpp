#include <nlohmann/json.hpp>

#include "edge/report/figure_data.h"
#include "edge/report/packed.h"

namespace vitrum::report {
namespace {

// Events that the page has room for; those of one sample are shown whatever they take.
constexpr std::size_t room_for_events = 40'000;
constexpr std::size_t most_with_events = 12;

nlohmann::json density_data(const compare::SizeDensity& density) {
  return {{"edges", density.edges},
          {"value", density.value},
          {"error", density.error},
          {"events", density.events}};
}

}  // namespace

nlohmann::json event_map_data(const std::vector<study::SampleRecord>& glass) {
  nlohmann::json samples = nlohmann::json::array();
  std::size_t used = 0;
  for (const auto& record : glass) {
    if (!record.measures.has_array("box") || record.measures.doubles("box").size() != 2) continue;
    std::vector<double> x, y, strain, energy, stress, direction, participation;
    for (const Event& event : record.history.events) {
      if (!(event.participation > 0)) continue;
      x.push_back(event.centre[0]);
      y.push_back(event.centre[1]);
      strain.push_back(event.strain);
      energy.push_back(event.energy_drop());
      stress.push_back(drop_along_loading(record.history, event));
      direction.push_back(event.direction);
      participation.push_back(event.participation);
    }
    if (x.empty() || samples.size() == most_with_events || (used > 0 && used + x.size() > room_for_events))
      continue;
    used += x.size();
    samples.push_back({{"sample", record.sample},
                       {"box", record.measures.doubles("box")},
                       {"x", packed(x)},
                       {"y", packed(y)},
                       {"strain", packed(strain)},
                       {"energy", packed(energy)},
                       {"stress", packed(stress)},
                       {"direction", packed(direction)},
                       {"participation", packed(participation)}});
  }
  if (samples.empty()) return nullptr;
  return samples;
}

LargestEvent largest_event(const std::vector<study::SampleRecord>& glass) {
  LargestEvent largest;
  for (const auto& record : glass) {
    if (!record.largest_event.has_group("fields") || !record.measures.has_array("box")) continue;
    if (record.measures.doubles("box").size() != 2) continue;
    const Event& event =
        record.history.events.at(static_cast<std::size_t>(record.largest_event.integer("event")));
    if (largest.event == nullptr || event.dissipated > largest.event->dissipated) largest = {&record, &event};
  }
  return largest;
}

nlohmann::json largest_event_data(const std::vector<study::SampleRecord>& glass) {
  const auto [record, event] = largest_event(glass);
  if (record == nullptr) return nullptr;
  const Group& fields = record->largest_event.group("fields");
  const auto& box = record->measures.doubles("box");
  auto x = fields.doubles("x"), y = fields.doubles("y");
  bring_into_cell(event->strain, box, x, y);
  std::vector<double> shear;
  for (const double e : fields.doubles("strain_xy")) shear.push_back(2 * e);
  return {{"sample", record->sample},
          {"strain", event->strain},
          {"energy", event->energy_drop()},
          {"stress", drop_along_loading(record->history, *event)},
          {"participation", event->participation},
          {"box", box},
          {"x", packed(x)},
          {"y", packed(y)},
          {"across", packed(fields.doubles("dx"))},
          {"up", packed(fields.doubles("dy"))},
          {"shear", packed(shear)}};
}

nlohmann::json event_sizes_data(const study::EventSizes& sizes) {
  // A law of sizes needs more than a few events.
  if (sizes.energy_drop.events < 20 || sizes.energy_drop.edges.empty() || sizes.stress_drop.edges.empty())
    return nullptr;
  return {{"from", sizes.from},
          {"energy", density_data(sizes.energy_drop)},
          {"stress", density_data(sizes.stress_drop)}};
}

}  // namespace vitrum::report
