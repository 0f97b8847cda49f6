// How wide a set of numbers is, whatever its few outliers do.
#pragma once

#include <vector>

namespace vitrum::compare {

/// The number below which this share of the values lies, interpolated between neighbours. There must be
/// values.
double quantile_of(const std::vector<double>& values, double share);

/// Half of the interval that holds the middle 68.3 %: the standard deviation of a normal distribution.
double middle_half_width(const std::vector<double>& values);

/// Of the ranks (Spearman 1904). Values are taken in pairs, so there must be as many.
double rank_correlation(const std::vector<double>& first, const std::vector<double>& second);

}  // namespace vitrum::compare
