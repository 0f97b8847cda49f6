#include "compare/jackknife.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace vitrum::compare {
namespace {

double mean(const std::vector<double>& sums) { return sums[1] / sums[0]; }

TEST(Jackknife, OfAMeanIsItsStandardError) {
  const std::vector<double> values{0.5, 2, -1, 4.25, 3};
  std::vector<std::vector<double>> sums;
  for (const double x : values) sums.push_back({1, x});
  const Estimate found = jackknife(sums, mean), expected = mean_of_realizations(values);
  EXPECT_NEAR(found.value, expected.value, 1e-15);
  EXPECT_NEAR(found.error, expected.error, 1e-15);
}

// Of two realizations each is what is left without the other.
TEST(Jackknife, OfTwoIsHalfOfTheirDifference) {
  const Estimate found = jackknife({{1, 4}, {3, 6}}, mean);
  EXPECT_DOUBLE_EQ(found.value, 10.0 / 4);
  EXPECT_DOUBLE_EQ(found.error, (4.0 - 2.0) / 2);
}

TEST(Jackknife, KnowsNoErrorOfASingleRealization) {
  const Estimate found = jackknife({{2, 5}}, mean);
  EXPECT_EQ(found.value, 2.5);
  EXPECT_TRUE(std::isnan(found.error));
}

TEST(Jackknife, RefusesNoRealization) { EXPECT_THROW(jackknife({}, mean), InputError); }

}  // namespace
}  // namespace vitrum::compare
