#include "compare/quadratic_fit.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"

namespace vitrum::compare {

std::array<double, 3> quadratic_fit(const std::vector<double>& x, const std::vector<double>& value,
                                    const std::vector<double>& weight) {
  if (value.size() != x.size() || (!weight.empty() && weight.size() != x.size()))
    throw InputError("a parabola cannot be fitted: there are " + std::to_string(x.size()) +
                     " positions and " + std::to_string(value.size()) + " values");
  if (std::set<double>(x.begin(), x.end()).size() < 3)
    throw InputError("a parabola cannot be fitted to fewer than three different positions");
  // Orthogonal polynomials over the weighted points: no normal equations to be solved.
  double sum = 0, mean = 0;
  const auto weight_of = [&](std::size_t i) { return weight.empty() ? 1.0 : weight[i]; };
  for (std::size_t i = 0; i < x.size(); ++i) {
    sum += weight_of(i);
    mean += weight_of(i) * x[i];
  }
  mean /= sum;
  double second = 0, third = 0, mean_value = 0, along = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double d = x[i] - mean, w = weight_of(i);
    second += w * d * d;
    third += w * d * d * d;
    mean_value += w * value[i];
    along += w * d * value[i];
  }
  mean_value /= sum;
  const double slope = along / second, skew = third / second, middle = second / sum;
  double curved = 0, norm = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double d = x[i] - mean, p = d * d - skew * d - middle, w = weight_of(i);
    curved += w * p * value[i];
    norm += w * p * p;
  }
  const double c = curved / norm;
  // mean_value + slope d + c (d^2 - skew d - middle), with d = x - mean
  const double linear = slope - c * skew;
  return {mean_value - c * middle - linear * mean + c * mean * mean, linear - 2 * c * mean, c};
}

}  // namespace vitrum::compare
