// Thermally activated slip by kinetic Monte Carlo: paper 1, A.3.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.h"
#include "elastoplastic/lattice.h"

namespace vitrum::elastoplastic {

/// Picks slip systems with the rates nu = exp(-distance V_a / T) of paper 1, eq. 11 (k_B = 1, attempt rate
/// 1).
///
/// Every element keeps the sum of its rates at a stress at which it was looked at. As slip directions are
/// unit vectors, its sum at another stress is at most exp(|change of stress| V_a / T) times that. Candidates
/// are drawn with these bounds and accepted with the true rate over the bound: what is accepted is
/// distributed exactly as paper 1 asks, waiting times included, and only few elements are looked at.
class ThermalActivation {
 public:
  ThermalActivation(std::size_t elements, std::uint64_t seed, std::uint64_t sample);

  struct Pick {
    ActiveSystem system;
    double wait;  ///< time until it happens, units of the inverse attempt rate
  };
  /// The next event at this temperature (> 0); none when it would come later than after `patience`. A lattice
  /// that has slipped, been loaded or restored since may be given without further ado.
  std::optional<Pick> next(const Lattice& lattice, double temperature, double activation_volume,
                           double patience);

  /// Bounds included: how good they are decides how many random numbers are used.
  Group snapshot() const;
  void restore(const Group& snapshot);

 private:
  void bound_rates(const Lattice& lattice);
  void look_at(const Lattice& lattice, std::size_t element);

  RandomStream random_;
  double per_stress_ = 0;  // V_a / T of the rates kept
  StressField stress_;     // at which the element was looked at
  std::vector<double> rate_, bound_;
  std::vector<std::int64_t> slips_;  // of the element then; -1: never
  std::vector<double> weights_;      // rates of the systems of one element
};

}  // namespace vitrum::elastoplastic
