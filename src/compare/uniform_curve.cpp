#include "compare/uniform_curve.h"

#include <cmath>
#include <optional>
#include <string>

#include "base/error.h"

namespace vitrum::compare {
namespace {

/// Stress at the end of the elastic branch that leads to each state.
std::vector<double> ends_of_branches(const History& history, std::size_t states) {
  std::vector<double> ends(states);
  for (std::size_t i = 0; i < states; ++i) ends[i] = history.states[i].stress.xy;
  // Backwards, so that of several events at one state the first one is kept.
  for (auto event = history.events.rbegin(); event != history.events.rend(); ++event) {
    const auto state = static_cast<std::size_t>(event->state);
    if (state < states) ends[state] = event->stress_before;
  }
  return ends;
}

struct Grid {
  double origin = 0, step = 0;
};

Grid grid_of_first_leg(const History& history, std::size_t states) {
  const double way = history.states[states - 1].strain - history.states[0].strain;
  return {history.states[0].strain, std::copysign(history.increment, way)};
}

/// Grid point of a strain, when it is one from `earliest` on.
std::optional<std::size_t> grid_point(const Grid& grid, double strain, std::size_t earliest) {
  const double k = (strain - grid.origin) / grid.step;
  const double nearest = std::round(k);
  if (!(std::abs(k - nearest) < 1e-3) || nearest < static_cast<double>(earliest)) return std::nullopt;
  return static_cast<std::size_t>(nearest);
}

[[noreturn]] void refuse_state(std::size_t state, double strain) {
  throw InputError("state " + std::to_string(state) + " of the history, at strain " + std::to_string(strain) +
                   ", is not ahead of the one before it on the grid of strain increments; the record is "
                   "damaged or was not made by one drive");
}

}  // namespace

std::size_t first_leg_states(const History& history) {
  std::size_t states = 0;
  while (states < history.leg.size() && history.leg[states] == history.leg.front()) ++states;
  return states;
}

bool has_uniform_curve(const History& history) {
  const std::size_t states = first_leg_states(history);
  if (states < 2 || history.increment <= 0) return false;
  const Grid grid = grid_of_first_leg(history, states);
  std::size_t k = 0;
  for (std::size_t i = 1; i < states; ++i) {
    const auto next = grid_point(grid, history.states[i].strain, k + 1);
    if (!next) return false;
    k = *next;
  }
  return true;
}

UniformCurve uniform_curve(const History& history) {
  const std::size_t states = first_leg_states(history);
  if (states < 2 || history.increment <= 0) {
    throw InputError("the first leg of the history has " + std::to_string(states) +
                     " states; a stress-strain curve needs two or more and a positive increment");
  }
  const auto& state = history.states;
  UniformCurve curve;
  const Grid grid = grid_of_first_leg(history, states);
  curve.origin = grid.origin;
  curve.step = grid.step;
  curve.stress.push_back(state[0].stress.xy);

  const auto end = ends_of_branches(history, states);
  std::size_t k = 0;
  for (std::size_t i = 1; i < states; ++i) {
    const auto found = grid_point(grid, state[i].strain, k + 1);
    if (!found) refuse_state(i, state[i].strain);
    const std::size_t next = *found;
    const double begin = state[i - 1].stress.xy;
    const double slope = (end[i] - begin) / static_cast<double>(next - k);
    for (std::size_t j = 1; j < next - k; ++j) curve.stress.push_back(begin + slope * static_cast<double>(j));
    curve.stress.push_back(state[i].stress.xy);
    k = next;
  }
  return curve;
}

}  // namespace vitrum::compare
