#include "elastoplastic/threshold.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "kolmogorov_smirnov.h"

namespace vitrum::elastoplastic {
namespace {

std::vector<double> draw(const ThresholdLaw& law, int count, std::uint64_t sample) {
  RandomStream random(21, sample, Purpose::test);
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(law.draw(random));
  return values;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// One shape per case: the error rate of each is 1e-3.
TEST(Threshold, FollowsTheWeibullDistribution) {
  std::uint64_t sample = 0;
  for (const double shape : {0.7, 1.0, 2.18, 2.1818, 6.0}) {
    const double scale = 2.05;
    const auto values = draw({shape, scale}, 200000, sample++);
    const auto weibull = [&](double t) { return 1 - std::exp(-std::pow(t / scale, shape)); };
    EXPECT_LT(test::kolmogorov_smirnov(values, weibull), 1.95) << shape;
    EXPECT_GT(*std::min_element(values.begin(), values.end()), 0);
  }
}

// Independent of the table: every draw is the quantile of its uniform number, to the promised 1e-9.
TEST(Threshold, DrawsAreQuantilesOfTheirUniformNumbers) {
  for (const double shape : {0.3, 1.0, 2.18, 20.0}) {
    const ThresholdLaw law(shape, 2.05);
    RandomStream drawn(3, 1, Purpose::test), again(3, 1, Purpose::test);
    for (int i = 0; i < 100000; ++i) {
      const double exact = 2.05 * std::pow(-std::log(again.uniform_positive()), 1 / shape);
      ASSERT_NEAR(law.draw(drawn), exact, 3e-9) << shape;
    }
  }
}

// Exact moments: lambda Gamma(1 + 1/k), and lambda N^(-1/k) Gamma(1 + 1/k) for the weakest of N. The
// numbers are those measured in the code of paper 1 at its optimum.
TEST(Threshold, MomentsAndWeakestOf36) {
  constexpr double shape = 2.18, scale = 2.05;
  constexpr int groups = 20000;
  const auto values = draw({shape, scale}, 36 * groups, 9);
  EXPECT_NEAR(scale * std::tgamma(1 + 1 / shape), 1.8155, 5e-5);
  EXPECT_NEAR(mean(values), 1.8155, 4 * 0.8783 / std::sqrt(36.0 * groups));
  double square = 0;
  std::vector<double> weakest;
  for (int g = 0; g < groups; ++g)
    weakest.push_back(*std::min_element(values.begin() + 36 * g, values.begin() + 36 * (g + 1)));
  for (const double value : values) square += value * value;
  const double m = mean(values);
  EXPECT_NEAR(std::sqrt(square / static_cast<double>(values.size()) - m * m), 0.8783, 0.003);
  EXPECT_NEAR(mean(weakest), 0.3508, 4 * 0.17 / std::sqrt(1.0 * groups));
}

}  // namespace
}  // namespace vitrum::elastoplastic
