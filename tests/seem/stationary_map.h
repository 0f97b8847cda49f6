// A map whose stationary distribution is known in closed form.
#pragma once

#include <cmath>

#include "base/random.h"
#include "records.h"

namespace vitrum::seem {

/// Loading at the modulus G, events at the constant rate lambda. Each takes a uniform share of the stress:
/// its stationary density obeys G p'(t) = -lambda p(t) + lambda int_t^inf p(s)/s ds, solved by p = k^2 t
/// exp(-k t) with k = lambda/G. And each brings X_1 nearer to X_s, X_1' = X_1 + 0.3 (X_s - X_1) + w u, u
/// uniform between -1 and 1: mean X_s, variance (w^2/3)/(1 - 0.7^2), whatever the stress.
struct StationaryGlass {
  double lambda = 100, modulus = 2, goal = 5e-3, noise = 1e-3;

  ElasticLaw law() const {
    constexpr double none = std::numeric_limits<double>::infinity();
    return {1, modulus, none, none, none, 0};
  }
  double k() const { return lambda / modulus; }
  /// Stationary probability of a stress below t.
  double below(double t) const { return 1 - (1 + k() * t) * std::exp(-k() * t); }
  double inelastic_variance() const { return noise * noise / 3 / (1 - 0.49); }
  /// Drifts at a state.
  double stress_drift(double stress) const { return modulus - lambda * stress / 2; }
  double inelastic_drift(double inelastic) const { return 0.3 * lambda * (goal - inelastic); }

  History sample(const StatePoint& start, double strain, double increment, RandomStream random) const {
    ExactSpecimen specimen(law(), 1, start, increment);
    double next = -std::log(random.uniform_positive()) / lambda;
    for (std::int64_t k = 1; static_cast<double>(k) * increment <= strain + 1e-9; ++k) {
      const double grid = static_cast<double>(k) * increment;
      for (; next < grid; next -= std::log(random.uniform_positive()) / lambda) {
        specimen.load(next - specimen.strain());
        const double share = random.uniform();
        specimen.jump({share * specimen.at().stress,
                       0.3 * (goal - specimen.at().inelastic) + noise * (2 * random.uniform() - 1)});
      }
      specimen.load(grid - specimen.strain());
      specimen.record();
    }
    return specimen.history;
  }
};

}  // namespace vitrum::seem
