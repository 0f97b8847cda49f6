// Slip thresholds: paper 1, eq. 5.
#pragma once

#include <vector>

#include "base/random.h"

namespace vitrum::elastoplastic {

/// Weibull distribution of the critical resolved shear stress: P(tau_c < t) = 1 - exp(-(t / scale)^shape).
///
/// Every slip draws N thresholds, so drawing is half the cost of a simulation. The quantile function is
/// therefore tabulated, with cubic interpolation wherever that is good to 1e-9 of the scale; the cells in
/// which it is not, near both tails, are evaluated as they stand.
class ThresholdLaw {
 public:
  /// shape k > 0; scale lambda > 0 in units of stress.
  ThresholdLaw(double shape, double scale);

  double draw(RandomStream& random) const;

  /// The threshold that a share `survivors` in (0, 1] of all slip systems exceeds: scale (-ln s)^(1/k).
  double exceeded_by(double survivors) const;

 private:
  double shape_, scale_;
  std::vector<double> value_, slope_;  ///< at the nodes; slope per cell
  std::vector<char> interpolate_;      ///< of each cell
};

}  // namespace vitrum::elastoplastic
