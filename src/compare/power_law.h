// A straight line through the logarithms of measured numbers.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/estimate.h"

namespace vitrum::compare {

/// y = amplitude x^exponent.
struct PowerLaw {
  Estimate exponent, amplitude;
  double chi_squared = 0;  ///< of the logarithms, in their errors; 0 when there are none
  std::size_t points = 0;
};

/// Least squares of ln y, each point weighed by the inverse square of its relative error, as ln x is exact.
/// Points with x <= 0 or y <= 0 are left out. When any error that is left is missing, 0 or not a number, all
/// weights are equal and the errors of the fit are those that the scatter about the line tells (not a number
/// for two points).
/// @throws InputError when fewer than two different x are left, or lengths disagree.
PowerLaw fit_power_law(const std::vector<double>& x, const std::vector<Estimate>& y);

}  // namespace vitrum::compare
