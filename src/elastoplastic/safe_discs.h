// Which elements cannot be active, without looking at their slip systems.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "elastoplastic/stress_field.h"

namespace vitrum::elastoplastic {

/// For every element a disc in the plane of deviators, centred at a stress at which its slip systems were
/// looked at, of radius its lowest distance to threshold then. Slip directions are unit vectors, so no system
/// is active while the stress stays within. Where thresholds depend on pressure, the change of the pressure
/// times that sensitivity shrinks the disc. Discs are a memory only: they save work and never change a
/// result.
class SafeDiscs {
 public:
  /// No element is known to be safe.
  SafeDiscs(std::size_t elements, double pressure_sensitivity);

  void set(std::size_t element, const Deviator& stress, double pressure, double lowest_distance) {
    double scale = std::abs(lowest_distance) + std::abs(stress.diagonal) + std::abs(stress.shear);
    centre_.diagonal[element] = stress.diagonal;
    centre_.shear[element] = stress.shear;
    if (centre_.has_pressure()) {
      centre_.pressure[element] = pressure;
      scale += std::abs(sensitivity_ * pressure);
    }
    radius_[element] = std::max(0.0, lowest_distance - margin * scale);
  }
  void forget(std::size_t element) { radius_[element] = 0; }
  void forget_all();

  /// Elements that may be active at a stress nearer than `around` to the given one plus the uniform deviator
  /// `load`, in order: written to the front of `unsafe`, which has room for all elements, and counted. For a
  /// single stress, `around` is 0. Where thresholds depend on pressure, the distance counts the change of the
  /// pressure times the sensitivity, too.
  std::size_t find_unsafe(const StressField& stress, const Deviator& load, double around,
                          std::span<std::size_t> unsafe) const;

 private:
  // A disc is drawn this much smaller, relative to the stresses at hand, than its distance to threshold: far
  // above rounding, so that being inside is a proof, and far below any distance that matters.
  static constexpr double margin = 1e-12;

  double sensitivity_;
  StressField centre_;
  std::vector<double> radius_;
};

}  // namespace vitrum::elastoplastic
