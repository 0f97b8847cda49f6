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

/// Grid point of a strain, not before `earliest`; none when it lies elsewhere.
std::optional<std::size_t> point_at(double origin, double step, double strain, std::size_t earliest) {
  const double k = (strain - origin) / step;
  const double nearest = std::round(k);
  if (!(std::abs(k - nearest) < 1e-3) || nearest < static_cast<double>(earliest)) return std::nullopt;
  return static_cast<std::size_t>(nearest);
}

/// Grid point of a state's strain.
std::size_t grid_point(const UniformCurve& curve, double strain, std::size_t state, std::size_t earliest) {
  const auto point = point_at(curve.origin, curve.step, strain, earliest);
  if (!point) {
    throw InputError("state " + std::to_string(state) + " of the history, at strain " +
                     std::to_string(strain) +
                     ", is not ahead of the one before it on the grid of strain increments; the record is "
                     "damaged or was not made by one drive");
  }
  return *point;
}

/// Signed, towards the end of the leg.
double step_of(const History& history, std::size_t states) {
  return std::copysign(history.increment, history.states[states - 1].strain - history.states[0].strain);
}

}  // namespace

bool has_uniform_curve(const History& history) {
  const std::size_t states = first_leg_states(history);
  if (states < 2 || history.increment <= 0) return false;
  const double origin = history.states[0].strain, step = step_of(history, states);
  std::size_t earliest = 1;
  for (std::size_t i = 1; i < states; ++i) {
    const auto point = point_at(origin, step, history.states[i].strain, earliest);
    if (!point) return false;
    earliest = *point + 1;
  }
  return true;
}

std::size_t first_leg_states(const History& history) {
  std::size_t states = 0;
  while (states < history.leg.size() && history.leg[states] == history.leg.front()) ++states;
  return states;
}

UniformCurve uniform_curve(const History& history) {
  const std::size_t states = first_leg_states(history);
  if (states < 2 || history.increment <= 0) {
    throw InputError("the first leg of the history has " + std::to_string(states) +
                     " states; a stress-strain curve needs two or more and a positive increment");
  }
  const auto& state = history.states;
  UniformCurve curve;
  curve.origin = state[0].strain;
  curve.step = step_of(history, states);
  curve.stress.push_back(state[0].stress.xy);

  const auto end = ends_of_branches(history, states);
  std::size_t k = 0;
  for (std::size_t i = 1; i < states; ++i) {
    const std::size_t next = grid_point(curve, state[i].strain, i, k + 1);
    const double begin = state[i - 1].stress.xy;
    const double slope = (end[i] - begin) / static_cast<double>(next - k);
    for (std::size_t j = 1; j < next - k; ++j) curve.stress.push_back(begin + slope * static_cast<double>(j));
    curve.stress.push_back(state[i].stress.xy);
    k = next;
  }
  return curve;
}

}  // namespace vitrum::compare
