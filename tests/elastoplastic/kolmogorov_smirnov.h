// Kolmogorov-Smirnov distance of a sample from a distribution.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace vitrum::elastoplastic::test {

/// sqrt(n) times the largest difference between the empirical and the given distribution function. A true
/// law exceeds 1.95 in one of a thousand samples.
inline double kolmogorov_smirnov(std::vector<double> sample, const std::function<double(double)>& law) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double largest = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double p = law(sample[i]);
    largest = std::max({largest, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  return std::sqrt(n) * largest;
}

}  // namespace vitrum::elastoplastic::test
