// Which elements cannot be active, without looking at their slip systems.
#pragma once

#include <cstddef>
#include <vector>

#include "elastoplastic/deviator.h"

namespace vitrum::elastoplastic {

/// For every element a disc in the plane of deviators, centred at a stress at which its slip systems were
/// looked at, of radius its lowest distance to threshold then. Slip directions are unit vectors, so no
/// system is active while the stress stays within. Discs are a memory only: they save work and never
/// change a result.
class SafeDiscs {
 public:
  /// No element is known to be safe.
  explicit SafeDiscs(std::size_t elements)
      : diagonal_(elements), shear_(elements), radius_(elements), radius_squared_(elements) {}

  void set(std::size_t element, const Deviator& stress, double lowest_distance);
  void forget(std::size_t element) { radius_[element] = radius_squared_[element] = 0; }
  void forget_all();

  /// Elements that may be active when the stress is (diagonal, shear + load), in order.
  void find_unsafe(const std::vector<double>& diagonal, const std::vector<double>& shear, double load,
                   std::vector<std::size_t>& unsafe) const;

  /// True: everything nearer than `around` (>= 0) to `stress` is inside the disc.
  bool holds(std::size_t element, const Deviator& stress, double around) const;

 private:
  std::vector<double> diagonal_, shear_, radius_, radius_squared_;
};

}  // namespace vitrum::elastoplastic
