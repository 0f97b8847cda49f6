// A measured number and how well it is known.
#pragma once

#include <vector>

namespace vitrum::compare {

/// A number with its standard error. The error is not a number when a single realization cannot tell it.
struct Estimate {
  double value = 0;
  double error = 0;
};

/// Mean of independent values and its standard error, std / sqrt(n).
/// @throws InputError when there are no values.
Estimate mean_of_realizations(const std::vector<double>& values);

}  // namespace vitrum::compare
