#include "seem/quiet_stretch.h"

#include <algorithm>

#include "base/error.h"

namespace vitrum::seem {
namespace {

bool is_asked_for(const std::vector<std::int64_t>& legs, std::int64_t leg) {
  return legs.empty() || std::find(legs.begin(), legs.end(), leg) != legs.end();
}

/// Whether each state was reached from the one before it without an event.
std::vector<bool> reached_quietly(const History& history) {
  std::vector<bool> quiet(history.states.size(), true);
  for (const Event& event : history.events)
    if (const auto state = static_cast<std::size_t>(event.state); state < quiet.size()) quiet[state] = false;
  return quiet;
}

}  // namespace

std::vector<QuietStretch> quiet_stretches(const History& history, double atoms, double longest,
                                          const std::vector<std::int64_t>& legs) {
  if (!(atoms > 0) || !(longest >= 0))
    throw InputError("quiet stretches of a record need its number of atoms, and a length of 0 or more");
  const std::vector<bool> quiet = reached_quietly(history);
  std::vector<QuietStretch> stretches;
  bool open = false;  // the last stretch ends at the state before this one
  for (std::size_t i = 1; i < history.states.size(); ++i) {
    const State &last = history.states[i - 1], &next = history.states[i];
    const double increment = next.strain - last.strain;
    if (!quiet[i] || increment <= 0 || !is_asked_for(legs, history.leg[i])) {
      open = false;
      continue;
    }
    const StretchEnd to{next.stress.xy, next.energy / atoms};
    // Strains of a grid carry the rounding of its points.
    if (open && stretches.back().increment + increment <= longest * (1 + 1e-9)) {
      stretches.back().increment += increment;
      stretches.back().to = to;
      continue;
    }
    stretches.push_back(
        {last.strain - history.states.front().strain, increment, {last.stress.xy, last.energy / atoms}, to});
    open = true;
  }
  return stretches;
}

}  // namespace vitrum::seem
