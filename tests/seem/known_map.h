// A glass whose stochastic law is known in closed form, and records of it made without any bins.
#pragma once

#include <cmath>

#include "base/random.h"
#include "records.h"

namespace vitrum::seem {

/// Events at the rate lambda = 600 (tau / tau_y)^2 per unit strain; each drops the stress by an exponential
/// of mean 0.02 tau_y and changes X_1 by Omega tau drop / G times a uniform number between -1 and 1, which
/// obeys the reversible bound, less 0.2 (X_1 - X_s) times the same energy at the yield stress.
struct KnownGlass {
  ElasticLaw law{1, 1, 10, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                 0};
  double yield_stress = 0.05, stationary_inelastic = 1e-3;

  double largest_rate() const { return 600 * 4; }  // twice the yield stress is never reached
  double rate(const StatePoint& at) const {
    return at.stress > 0 ? 600 * std::pow(at.stress / yield_stress, 2) : 0;
  }
  double mean_drop() const { return 0.02 * yield_stress; }
  double mean_inelastic(const StatePoint& at) const {
    return 0.2 * (1 - at.inelastic / stationary_inelastic) * yield_stress * mean_drop();
  }
  Jump draw(const StatePoint& at, RandomStream& random) const {
    const double drop = -mean_drop() * std::log(random.uniform_positive());
    const double spread = 0.3 * (2 * random.uniform() - 1) * at.stress * drop;
    return {drop, spread + 0.2 * (1 - at.inelastic / stationary_inelastic) * yield_stress * drop};
  }

  /// The record of a sample that is loaded from `start` to `strain`, by thinning: no increments, no bins.
  History sample(const StatePoint& start, double strain, double increment, RandomStream random) const {
    ExactSpecimen specimen(law, 1, start, increment);
    double next = waiting(random);
    for (std::int64_t k = 1; static_cast<double>(k) * increment <= strain + 1e-9; ++k) {
      const double grid = static_cast<double>(k) * increment;
      for (; next < grid; next += waiting(random)) {
        specimen.load(next - specimen.strain());
        if (random.uniform() * largest_rate() < rate(specimen.at()))
          specimen.jump(draw(specimen.at(), random));
      }
      specimen.load(grid - specimen.strain());
      specimen.record();
    }
    return specimen.history;
  }

 private:
  double waiting(RandomStream& random) const { return -std::log(random.uniform_positive()) / largest_rate(); }
};

}  // namespace vitrum::seem
