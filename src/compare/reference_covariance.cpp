#include "compare/reference_covariance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/error.h"

namespace vitrum::compare {

ShrunkCovariance shrunk_covariance(const std::vector<double>& covariance, int realizations) {
  const auto n = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(covariance.size()))));
  if (n * n != covariance.size() || n == 0)
    throw InputError("the covariance of the reference's statistics is not a square matrix: it has " +
                     std::to_string(covariance.size()) + " entries");
  for (std::size_t i = 0; i < n; ++i)
    if (!(covariance[i * n + i] > 0) || !std::isfinite(covariance[i * n + i]))
      throw InputError(
          "statistic " + std::to_string(i) +
          " of the reference has no variance, so nothing can be weighed against it; leave it out");
  if (realizations == 0) return {covariance, 0};
  if (realizations < 3)
    throw InputError("the covariance of a reference of " + std::to_string(realizations) +
                     " realizations is not known well enough for a likelihood; give three or more");
  double variances = 0, squares = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const double r = covariance[i * n + k] / std::sqrt(covariance[i * n + i] * covariance[k * n + k]);
      variances += (1 - r * r) * (1 - r * r) / (realizations - 1);
      squares += r * r;
    }
  ShrunkCovariance result{covariance, squares > 0 ? std::clamp(variances / squares, 0.0, 1.0) : 1};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      if (i != k) result.covariance[i * n + k] *= 1 - result.shrinkage;
  return result;
}

}  // namespace vitrum::compare
