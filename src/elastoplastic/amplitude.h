// How far a slip goes: paper 1, eqs. 6, 7 and 15.
#pragma once

#include <algorithm>
#include <cmath>

#include "base/random.h"

namespace vitrum::elastoplastic {

/// Largest slip that still dissipates (paper 1, eqs. 6 and 15): gamma_max = -2 tau / A. `self_stress` is
/// A = (C : (S - I) : M) : M < 0, the change of the resolved shear stress on a slip system per unit slip
/// of that system. tau > 0 is the resolved shear stress before the slip.
inline double largest_amplitude(double resolved_stress, double self_stress) {
  return -2.0 * resolved_stress / self_stress;
}

/// How slip amplitudes are drawn: an interface, so that a new law is one more class.
class AmplitudeLaw {
 public:
  virtual ~AmplitudeLaw() = default;
  /// Between 0 and `largest`, the gamma_max of the slip.
  virtual double draw(double largest, RandomStream& random) const = 0;
};

/// Paper 1, eq. 7: gamma_max * Beta(1, chi), of mean gamma_max / (1 + chi).
class BetaAmplitudes : public AmplitudeLaw {
 public:
  explicit BetaAmplitudes(double exponent) : exponent_(exponent) {}

  double draw(double largest, RandomStream& random) const override {
    return -largest * std::expm1(std::log(random.uniform_positive()) / exponent_);
  }

 private:
  double exponent_;  // chi, > 0
};

/// One amplitude for all slips (models F to H of paper 1, A.8), or gamma_max where that is less: no slip may
/// gain energy.
class FixedAmplitudes : public AmplitudeLaw {
 public:
  explicit FixedAmplitudes(double amplitude) : amplitude_(amplitude) {}

  double draw(double largest, RandomStream& random) const override {
    (void)random;
    return std::min(amplitude_, largest);
  }

 private:
  double amplitude_;
};

}  // namespace vitrum::elastoplastic
