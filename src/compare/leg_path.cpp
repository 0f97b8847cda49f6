#include "compare/leg_path.h"

#include <algorithm>

namespace vitrum::compare {
namespace {

void add(LegPath& path, double strain, double stress, double time) {
  const bool known = !path.empty() && path.strain.back() == strain && path.stress.back() == stress &&
                     path.time.back() == time;
  if (known) return;
  path.strain.push_back(strain);
  path.stress.push_back(stress);
  path.time.push_back(time);
}

}  // namespace

LegPath leg_path(const History& history, std::int64_t leg) {
  LegPath path;
  const auto& legs = history.leg;
  const auto begin = static_cast<std::size_t>(std::find(legs.begin(), legs.end(), leg) - legs.begin());
  if (begin == legs.size()) return path;
  auto event = std::lower_bound(
      history.events.begin(), history.events.end(), begin,
      [](const Event& e, std::size_t state) { return static_cast<std::size_t>(e.state) < state; });
  if (begin > 0) {
    const State& start = history.states[begin - 1];
    add(path, start.strain, start.stress.xy, start.time);
  }
  for (std::size_t i = begin; i < legs.size() && legs[i] == leg; ++i) {
    const State& state = history.states[i];
    for (; event != history.events.end() && static_cast<std::size_t>(event->state) == i; ++event) {
      add(path, event->strain - event->strain_jump, event->stress_before, state.time);
      add(path, event->strain, event->stress_after, state.time);
    }
    add(path, state.strain, state.stress.xy, state.time);
  }
  return path;
}

}  // namespace vitrum::compare
