// Errors of numbers that are made from sums over independent realizations.
#pragma once

#include <functional>
#include <vector>

#include "compare/estimate.h"

namespace vitrum::compare {

/// `of` the sums of all realizations, with the error that leaving out one realization after the other tells:
/// sqrt((n - 1)/n sum (value without i - their mean)^2) (Efron and Stein 1981). The error is not a number for
/// a single realization.
/// @param sums one list of numbers for each realization, all of the same length
/// @param of a smooth function of the sums over realizations
/// @throws InputError when there is no realization.
Estimate jackknife(const std::vector<std::vector<double>>& sums,
                   const std::function<double(const std::vector<double>&)>& of);

}  // namespace vitrum::compare
