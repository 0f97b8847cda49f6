// The covariance of a reference's statistics, fit for a likelihood although few realizations told it.
#pragma once

#include <vector>

namespace vitrum::compare {

struct ShrunkCovariance {
  std::vector<double> covariance;  ///< row after row
  double shrinkage = 0;            ///< what correlations were reduced by: 0 not at all, 1 to nothing
};

/// Reduces all correlations by one factor, 1 - the sum of their variances over the sum of their squares
/// (Schäfer and Strimmer 2005, target D), where the variance of a correlation r from n realizations is (1 -
/// r^2)^2/(n - 1). Without it the covariance of more statistics than realizations has no inverse. Variances
/// stay.
/// @param realizations 0: the covariance is exact, and stays
/// @throws InputError when the matrix is not square, has a variance that is not above zero, or fewer than
/// three
///   realizations made it.
ShrunkCovariance shrunk_covariance(const std::vector<double>& covariance, int realizations);

}  // namespace vitrum::compare
