// Means of independent realizations.
#pragma once

#include <vector>

#include "math/estimate.h"

namespace vitrum::compare {

using vitrum::Estimate;

/// Mean of independent values and its standard error, std / sqrt(n).
/// @throws InputError when there are no values.
Estimate mean_of_realizations(const std::vector<double>& values);

}  // namespace vitrum::compare
