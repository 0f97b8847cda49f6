#include "study/event_sizes.h"

#include <cmath>

#include "compare/uniform_curve.h"

namespace vitrum::study {

namespace {

using Records = std::vector<SampleRecord>;
using Events = std::vector<std::vector<Event>>;  // of each sample

struct Counted {
  double from = 0;
  Events events;
};

Counted events_past(const Records& records, double from) {
  Counted out;
  for (const double begin : {from, 0.0}) {
    out = {begin, Events(records.size())};
    std::size_t count = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const History& history = records[i].history;
      // A strain given in decimals need not be the grid point's double.
      const double last_left_out = begin + 1e-6 * history.increment;
      for (const Event& event : history.events) {
        if (event.state >= static_cast<std::int64_t>(compare::first_leg_states(history))) break;
        if (begin > 0 && std::abs(event.strain) <= last_left_out) continue;
        out.events[i].push_back(event);
        ++count;
      }
    }
    if (count > 0) break;
  }
  return out;
}

template <class Size>
std::vector<std::vector<double>> sizes_of(const Events& events, const Size& size) {
  std::vector<std::vector<double>> out(events.size());
  for (std::size_t i = 0; i < events.size(); ++i)
    for (const Event& event : events[i]) out[i].push_back(size(event));
  return out;
}

}  // namespace

EventSizes event_sizes(const Records& records, double from) {
  const auto [begin, events] = events_past(records, from);
  return {begin, compare::size_density(sizes_of(events, [](const Event& e) { return e.energy_drop(); })),
          compare::size_density(sizes_of(events, [](const Event& e) { return e.drop(); }))};
}

AvalancheSizes avalanche_sizes(const Records& records, double from) {
  const auto [begin, events] = events_past(records, from);
  return {
      begin,
      compare::count_density(sizes_of(events, [](const Event& e) { return static_cast<double>(e.slips); })),
      compare::count_density(
          sizes_of(events, [](const Event& e) { return static_cast<double>(e.duration); })),
      compare::count_density(sizes_of(events, [](const Event& e) { return e.participation; }))};
}

}  // namespace vitrum::study
