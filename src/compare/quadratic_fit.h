// Least squares with a parabola.
#pragma once

#include <array>
#include <vector>

namespace vitrum::compare {

/// a, b, c of a + b x + c x^2 with the least sum of (value - fit)^2 weight; weights empty: equal ones.
/// @throws InputError with fewer than three different x, or when lengths disagree.
std::array<double, 3> quadratic_fit(const std::vector<double>& x, const std::vector<double>& value,
                                    const std::vector<double>& weight = {});

}  // namespace vitrum::compare
