#include "elastoplastic/threshold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "kolmogorov_smirnov.h"

namespace vitrum::elastoplastic {
namespace {

std::vector<double> draw(double shape, double scale, std::size_t count, std::uint64_t sample) {
  RandomStream random(21, sample, Purpose::test);
  std::vector<double> values(count);
  WeibullThresholds(shape, scale).draw(random, values);
  return values;
}

double average(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// One shape per case: the error rate of each is 1e-3.
TEST(Threshold, FollowsTheWeibullDistribution) {
  std::uint64_t sample = 0;
  for (const double shape : {0.7, 1.0, 2.18, 2.1818, 6.0}) {
    const double scale = 2.05;
    const auto values = draw(shape, scale, 200000, sample++);
    const auto weibull = [&](double t) { return 1 - std::exp(-std::pow(t / scale, shape)); };
    EXPECT_LT(test::kolmogorov_smirnov(values, weibull), 1.95) << shape;
    EXPECT_GT(*std::min_element(values.begin(), values.end()), 0);
  }
}

// Every draw is the quantile of its uniform number of 31 bits, in single precision; relatively, so that the
// smallest thresholds, which decide, are as good as others. Two draws from each word, low half first.
TEST(Threshold, DrawsAreQuantilesOfTheirUniformNumbers) {
  for (const double shape : {0.3, 1.0, 2.18, 20.0}) {
    RandomStream again(21, 1, Purpose::test);
    const auto values = draw(shape, 2.05, 100000, 1);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      // Draws are made in blocks of 64 from whole groups of eight, so from 32 words each.
      if (i % 2 == 0) word = again.next();
      const std::uint64_t half = i % 2 == 0 ? word & 0xffffffffu : word >> 32;
      const double w = std::min((static_cast<double>(half >> 1) + 0.5) * 0x1p-31, 1 - 0x1p-24);
      const double exact = 2.05 * std::pow(-std::log1p(-w), 1 / shape);
      // Close to 1, a number of single precision knows its distance from 1 to 2^-25 only.
      const double known = 2e-7 + 2e-6 / shape + 0x1p-25 / (1 - w) / shape;
      ASSERT_NEAR(values[i], exact, exact * known) << shape << " " << w;
    }
  }
}

TEST(Threshold, FixedOnesAreAllEqual) {
  std::vector<double> values(7, -1.0);
  RandomStream random(1, 0, Purpose::test);
  FixedThresholds(0.925).draw(random, values);
  EXPECT_EQ(values, std::vector<double>(7, 0.925));
  EXPECT_EQ(random.counter(), 0u);
}

// Exact moments: lambda Gamma(1 + 1/k), and lambda N^(-1/k) Gamma(1 + 1/k) for the weakest of N. The
// numbers are those measured in the code of paper 1 at its optimum.
TEST(Threshold, MomentsAndWeakestOf36) {
  constexpr double shape = 2.18, scale = 2.05;
  constexpr int groups = 20000;
  const auto values = draw(shape, scale, 36 * groups, 9);
  EXPECT_NEAR(WeibullThresholds(shape, scale).mean(), 1.8155, 5e-5);
  EXPECT_NEAR(average(values), 1.8155, 4 * 0.8783 / std::sqrt(36.0 * groups));
  double square = 0;
  std::vector<double> weakest;
  for (int g = 0; g < groups; ++g)
    weakest.push_back(*std::min_element(values.begin() + 36 * g, values.begin() + 36 * (g + 1)));
  for (const double value : values) square += value * value;
  const double m = average(values);
  EXPECT_NEAR(std::sqrt(square / static_cast<double>(values.size()) - m * m), 0.8783, 0.003);
  EXPECT_NEAR(average(weakest), 0.3508, 4 * 0.17 / std::sqrt(1.0 * groups));
}

}  // namespace
}  // namespace vitrum::elastoplastic
