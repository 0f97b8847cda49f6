#include "study/castellanos2021/series.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum::study::castellanos2021 {
namespace {

FigureSeries curve(const std::vector<double>& x, const std::vector<double>& y, double error) {
  FigureSeries out = series("", "", Mark::line);
  for (std::size_t i = 0; i < x.size(); ++i) add_point(out, x[i], {y[i], error});
  return out;
}

TEST(PaperSeries, DifferenceOfCurvesIsRelativeToTheReference) {
  const FigureSeries reference = curve({0, 1, 2, 9}, {1, 2, 1, 100}, 0.3);
  const FigureSeries other = curve({0, 2}, {2, 2}, 0.4);  // 2 everywhere; 9 is not covered
  const Estimate found = relative_difference(reference, other);
  EXPECT_DOUBLE_EQ(found.value, (1 + 0 + 1) / 4.0);
  // At x = 1 the error of the mean of both ends is 0.4 / sqrt 2.
  EXPECT_DOUBLE_EQ(found.error, std::sqrt(3 * 0.09 + 2 * 0.16 + 0.08) / 4);
  EXPECT_DOUBLE_EQ(relative_difference(reference, other, 0.5, 1.5).value, 0);
  EXPECT_TRUE(std::isnan(relative_difference(reference, curve({20, 30}, {1, 1}, 0.1)).value));
  EXPECT_TRUE(std::isnan(relative_difference(reference, {}).value));
}

TEST(PaperSeries, DifferenceOfNumbersIsEquation9) {
  const Estimate found = relative_difference(Estimate{2, 0.2}, Estimate{1, 0.3});
  EXPECT_DOUBLE_EQ(found.value, 0.5);
  EXPECT_DOUBLE_EQ(found.error, std::hypot(0.3, 0.5 * 0.2) / 2);
  EXPECT_TRUE(std::isnan(relative_difference(Estimate{0, 1}, Estimate{1, 1}).value));
}

TEST(PaperSeries, MismatchNeedsNoCommonBins) {
  const compare::Density whole{{0, 2}, {0.5}, {0.1}};
  const compare::Density upper{{1, 3}, {0.5}, {0.1}};
  EXPECT_DOUBLE_EQ(mismatch(whole, upper).value, 0.5);  // they share half of each
  EXPECT_NEAR(mismatch(whole, {{0, 1, 2}, {0.5, 0.5}, {0.1, 0.1}}).value, 0, 1e-15);
  EXPECT_DOUBLE_EQ(mismatch(whole, {{5, 6}, {1}, {0.1}}).value, 1);
  EXPECT_TRUE(std::isnan(mismatch(whole, {}).value));
}

TEST(PaperSeries, MeanDensityKeepsTheIntegral) {
  const compare::Density mean = mean_density({{{0, 1}, {1}, {0.2}}, {{0, 2, 4}, {0.3, 0.2}, {0, 0}}, {}}, 4);
  ASSERT_EQ(mean.edges, (std::vector<double>{0, 1, 2, 3, 4}));
  EXPECT_DOUBLE_EQ(mean.value[0], (1 + 0.3) / 2);
  EXPECT_DOUBLE_EQ(mean.value[1], 0.3 / 2);
  EXPECT_DOUBLE_EQ(mean.value[3], 0.2 / 2);
  EXPECT_DOUBLE_EQ(mean.error[0], 0.2 / 2);
  EXPECT_TRUE(mean_density({}, 4).value.empty());
}

TEST(PaperSeries, DensitiesStandAtTheCentresOfBins) {
  const compare::Density density{{0, 1, 100}, {0.5, 0.0}, {0.1, 0}};
  EXPECT_EQ(density_series("", "", density, false).x, (std::vector<double>{0.5, 50.5}));
  EXPECT_EQ(density_series("", "", density, true).x,
            (std::vector<double>{0.5}));  // empty bins have no logarithm
  EXPECT_EQ(density_series("", "", {{1, 100}, {1}, {}}, true).x, (std::vector<double>{10}));
}

}  // namespace
}  // namespace vitrum::study::castellanos2021
