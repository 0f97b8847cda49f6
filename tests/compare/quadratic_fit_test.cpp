#include "compare/quadratic_fit.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum::compare {
namespace {

TEST(QuadraticFit, IsExactForParabolas) {
  const std::vector<double> x{-1, 0.5, 2, 7, 7.5};
  std::vector<double> value;
  for (const double at : x) value.push_back(3 - 2 * at + 0.25 * at * at);
  for (const std::vector<double>& weight : {std::vector<double>{}, std::vector<double>{1, 5, 0.1, 2, 3}}) {
    const auto [a, b, c] = quadratic_fit(x, value, weight);
    EXPECT_NEAR(a, 3, 1e-12);
    EXPECT_NEAR(b, -2, 1e-12);
    EXPECT_NEAR(c, 0.25, 1e-12);
  }
}

// Least squares: the residuals are orthogonal to 1, x and x^2 under the weights.
TEST(QuadraticFit, LeavesResidualsOrthogonalToParabolas) {
  const std::vector<double> x{10.1, 10.2, 10.5, 10.7, 11.3, 12}, value{1, -2, 4, 0.5, 3, 3},
      weight{1, 2, 0.5, 3, 1, 0.2};
  const auto [a, b, c] = quadratic_fit(x, value, weight);
  double one = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double residual = weight[i] * (value[i] - a - x[i] * (b + c * x[i]));
    one += residual;
    first += residual * x[i];
    second += residual * x[i] * x[i];
  }
  EXPECT_NEAR(one, 0, 1e-9);
  EXPECT_NEAR(first, 0, 1e-8);
  EXPECT_NEAR(second, 0, 1e-7);
}

TEST(QuadraticFit, RefusesWhatNoParabolaGoesThrough) {
  EXPECT_THROW(quadratic_fit({1, 2, 2}, {1, 2, 3}), InputError);
  EXPECT_THROW(quadratic_fit({1, 2, 3}, {1, 2}), InputError);
  EXPECT_THROW(quadratic_fit({1, 2, 3}, {1, 2, 3}, {1, 1}), InputError);
}

}  // namespace
}  // namespace vitrum::compare
