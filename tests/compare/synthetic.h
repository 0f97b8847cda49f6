// Ensembles that synthetic.py makes in the same way, for comparison with its numbers.
#pragma once

#include <cmath>
#include <vector>

#include "compare/macroscale.h"
#include "record/history.h"

namespace vitrum::compare::synthetic {

inline constexpr double increment = 1e-3;
inline constexpr double modulus = 13.2;
inline constexpr int grid_points = 2000;

/// Evenly spread numbers in [0, 1): fractional parts of multiples of the golden ratio.
inline double number(int realization, int i) {
  const double x = (i + 1) * 0.6180339887498949 + realization * 0.3711;
  return x - std::floor(x);
}

/// An event-driven model: states are stored only at events and at the end. The i-th event lies
/// 1 + floor(spacing * u) increments after the one before and drops the stress by what it rose in the mean
/// times -log(1 - u'); every 50th event drops 0.01 less and may raise the stress.
inline History history(int realization, int spacing) {
  const double mean_drop = modulus * increment * (spacing + 1) / 2 + 0.0002;
  History record;
  record.increment = increment;
  record.states.push_back({});
  double stress = 0;
  int point = 0;
  for (int i = 0;; ++i) {
    const int next = point + 1 + static_cast<int>(spacing * number(realization, 2 * i));
    if (next > grid_points) break;
    Event event;
    event.state = static_cast<std::int64_t>(record.states.size());
    event.strain = next * increment;
    event.stress_before = stress + modulus * increment * (next - point);
    event.stress_after = event.stress_before - mean_drop * -std::log(1 - number(realization, 2 * i + 1)) +
                         (i % 50 == 0 ? 0.01 : 0);
    event.slips = 1 + i % 3;
    stress = event.stress_after;
    point = next;
    State state;
    state.strain = event.strain;
    state.stress.xy = stress;
    record.states.push_back(state);
    record.events.push_back(event);
  }
  if (point < grid_points) {
    State end;
    end.strain = grid_points * increment;
    end.stress.xy = stress + modulus * increment * (grid_points - point);
    record.states.push_back(end);
  }
  record.leg.assign(record.states.size(), 0);
  return record;
}

inline std::vector<MacroscaleSample> ensemble(int first_realization, int realizations, int spacing) {
  std::vector<MacroscaleSample> samples;
  for (int i = 0; i < realizations; ++i) {
    samples.push_back(macroscale_sample(history(first_realization + i, spacing), 0.5, 2.0));
  }
  return samples;
}

}  // namespace vitrum::compare::synthetic
