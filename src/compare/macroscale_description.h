// What one ensemble shows by itself: the densities of paper 1, fig. 2b-d, and r of eq. 10.
#pragma once

#include <string>
#include <vector>

#include "compare/macroscale.h"

namespace vitrum::compare {

/// The density of one quantity over all values of all realizations together; as in DensityPair.
struct QuantityDensity {
  std::string quantity;  ///< "stress", "drop", "increment"
  Density density;
  Estimate mean, std;
  bool logarithmic = false;
  double excluded = 0;  ///< share of values <= 0 that the density leaves out
};

struct MacroscaleDescription {
  std::vector<QuantityDensity> quantities;  ///< without those that have no value to bin
  std::vector<Deviation> deviation;         ///< r(Delta gamma) of eq. 10
  double from = 0;                          ///< strain at which the windows begin
};

/// Bins and errors as in compare_macroscale.
/// @throws InputError when there are fewer than two realizations, bins or resamples.
MacroscaleDescription describe_macroscale(const std::vector<MacroscaleSample>& samples,
                                          const MacroscaleOptions& options);

}  // namespace vitrum::compare
