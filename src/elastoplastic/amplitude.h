// How far a slip goes: paper 1, eqs. 6, 7 and 15.
#pragma once

#include <cmath>

#include "base/random.h"

namespace vitrum::elastoplastic {

/// Largest slip that still dissipates (paper 1, eqs. 6 and 15): gamma_max = -2 tau / A. `self_stress` is
/// A = (C : (S - I) : M) : M < 0, the change of the resolved shear stress on a slip system per unit slip
/// of that system. tau > 0 is the resolved shear stress before the slip.
inline double largest_amplitude(double resolved_stress, double self_stress) {
  return -2.0 * resolved_stress / self_stress;
}

/// Slip amplitudes of paper 1, eq. 7: gamma_max * Beta(1, chi), of mean gamma_max / (1 + chi).
struct AmplitudeLaw {
  double exponent = 0;  ///< chi, > 0

  double draw(double largest, RandomStream& random) const {
    return -largest * std::expm1(std::log(random.uniform_positive()) / exponent);
  }
};

}  // namespace vitrum::elastoplastic
