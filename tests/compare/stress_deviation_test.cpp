#include "compare/stress_deviation.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "compare/macroscale.h"
#include "synthetic.h"

namespace vitrum::compare {
namespace {

TEST(StressDeviation, OfAnElasticLineIsThatOfEvenlySpacedPoints) {
  MacroscaleSample line;
  line.increment = 0.1;
  line.window = 1;
  for (int k = 0; k <= 10; ++k) line.stress.push_back(5 + 2 * k);
  const auto r = stress_deviation(line, {0.1, 0.4, 1.0});
  // n points one unit apart deviate by sqrt((n^2 - 1) / 12).
  EXPECT_NEAR(r[0], 2 * std::sqrt((2 * 2 - 1) / 12.0), 1e-13);
  EXPECT_NEAR(r[1], 2 * std::sqrt((5 * 5 - 1) / 12.0), 1e-13);
  EXPECT_NEAR(r[2], 2 * std::sqrt((11 * 11 - 1) / 12.0), 1e-13);
}

TEST(StressDeviation, EqualsAnIndependentSlidingWindow) {  // numbers of synthetic.py
  const auto sample = macroscale_sample(synthetic::history(3, 5), 0.5, 2.0);
  const auto r = stress_deviation(sample, {0.001, 0.01, 0.1, 1.5});
  EXPECT_NEAR(r[0], 0.009455403792384348, 1e-12);
  EXPECT_NEAR(r[1], 0.03351563162541028, 1e-12);
  EXPECT_NEAR(r[2], 0.0639561354509764, 1e-12);
  EXPECT_NEAR(r[3], 0.10397696556952489, 1e-12);
}

TEST(StressDeviation, RefusesIntervalsThatDoNotFit) {
  const auto sample = macroscale_sample(synthetic::history(3, 5), 0.5, 2.0);
  EXPECT_THROW(stress_deviation(sample, {0.0001}), InputError);
  EXPECT_THROW(stress_deviation(sample, {1.6}), InputError);
}

TEST(StressDeviation, OfTwoModelsRunsFromOneIncrementToAFifthOfTheWindow) {
  const auto pairs = compare_stress_deviation(synthetic::ensemble(0, 3, 5), synthetic::ensemble(9, 2, 9), 2);
  // Whole increments next to 1, 3.2, 10, 32, 100 and so on.
  ASSERT_EQ(pairs.size(), 5u);
  EXPECT_NEAR(pairs[0].width, 0.001, 1e-15);
  EXPECT_NEAR(pairs[1].width, 0.003, 1e-15);
  EXPECT_NEAR(pairs[4].width, 0.1, 1e-15);
  const auto one = stress_deviation(synthetic::ensemble(9, 2, 9)[0], {0.1});
  const auto two = stress_deviation(synthetic::ensemble(9, 2, 9)[1], {0.1});
  EXPECT_NEAR(pairs[4].second.value, (one[0] + two[0]) / 2, 1e-14);
  EXPECT_NEAR(pairs[4].second.error, std::abs(one[0] - two[0]) / 2, 1e-14);
}

}  // namespace
}  // namespace vitrum::compare
