// Errors shaped like those of a lattice against a glass: a narrow, curved valley of L_macro, nearly level
// along it, and a shallow minimum of L_stat near k = 2.2; both saturate near 1.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "base/random.h"
#include "compare/search.h"

namespace vitrum::compare {

/// @param at k and lambda, or k, lambda and chi
inline Trial valley_errors(const Point& at) {
  const double k = at[0] - 2.2;
  const double log_lambda = std::log(at[1] / 2.05) - 0.9 * k + 0.25 * k * k;
  const double log_chi = at.size() > 2 ? std::log(at[2] / 2.25) + 0.5 * k : 0;
  const double across = 1.8 * log_lambda + 0.6 * log_chi, other = 0.7 * log_chi - 0.3 * log_lambda;
  Trial trial;
  trial.at = at;
  trial.macro = 1 - 0.98 * std::exp(-std::sqrt(0.0064 + across * across + other * other));
  const double backward =
      std::sqrt(0.02 + 0.16 * k * k + 0.3 * (across + 0.1) * (across + 0.1) + 0.2 * other * other);
  trial.stat = 0.5 * (trial.macro + 1 - std::exp(-0.05 - backward));
  return trial;
}

inline Trial noisy_valley_errors(const Point& at, RandomStream& random) {
  Trial trial = valley_errors(at);
  trial.macro += 0.01 * random.normal();
  trial.stat += 0.01 * random.normal();
  trial.macro_error = trial.stat_error = 0.01;
  return trial;
}

/// Least L_stat without noise, by ever finer grids.
inline Point least_of_valley(std::size_t dimensions) {
  Point best{2.2, 2.05, 2.25};
  best.resize(dimensions);
  for (double step = 0.05; step > 1e-6; step /= 1.5) {
    const Point centre = best;
    for (int code = 0; code < (dimensions == 3 ? 125 : 25); ++code) {
      Point point = centre;
      for (std::size_t i = 0, rest = static_cast<std::size_t>(code); i < dimensions; ++i, rest /= 5)
        point[i] += step * (static_cast<double>(rest % 5) - 2);
      if (valley_errors(point).stat < valley_errors(best).stat) best = point;
    }
  }
  return best;
}

inline std::vector<Parameter> valley_parameters(std::size_t dimensions) {
  std::vector<Parameter> parameters{{"k", 1, 3}, {"lambda", 0.3, 5}, {"chi", 0.5, 6}};
  parameters.resize(dimensions);
  return parameters;
}

}  // namespace vitrum::compare
