#include "compare/mean_curve.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum::compare {
namespace {

using Numbers = std::vector<double>;

TEST(Line, IsLinearBetweenItsPointsAndLandsBehindItsJumps) {
  const Line line{{0, 1, 1, 3}, {0, 4, 2, 6}};
  EXPECT_EQ(height_at(line, 0.25), 1);
  EXPECT_EQ(height_at(line, 1), 2);
  EXPECT_EQ(height_at(line, 2), 4);
  EXPECT_EQ(height_at(line, -1), 0);
  EXPECT_EQ(height_at(line, 9), 6);
}

TEST(Line, MovesUpWhatRoundingPutBehind) {
  Line line;
  line.add(1, 5);
  line.add(0.9, 6);
  EXPECT_EQ(line.x, (Numbers{1, 1}));
  EXPECT_EQ(line.y, (Numbers{5, 6}));
}

TEST(MeanCurve, IsTheMeanWithItsErrorWhereAllLinesAre) {
  const auto mean = mean_curve({{{0, 2}, {0, 2}}, {{0, 3}, {2, 8}}, {}}, {-1, 0, 1, 2, 2.5});
  EXPECT_EQ(mean.realizations, 2);
  EXPECT_EQ(mean.x, (Numbers{0, 1, 2}));
  EXPECT_EQ(mean.value, (Numbers{1, 2.5, 4}));
  // Two values a and b: standard deviation |a - b| / sqrt 2, divided by sqrt 2.
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(mean.error[i], Numbers({1, 1.5, 2})[i], 1e-14);
}

TEST(MeanCurve, OfOneLineHasNoError) {
  const auto mean = mean_curve({{{0, 1}, {2, 3}}}, {0.5});
  EXPECT_EQ(mean.value, Numbers{2.5});
  EXPECT_TRUE(std::isnan(mean.error[0]));
  EXPECT_TRUE(mean_curve({}, {1}).x.empty());
}

TEST(Points, EndWhereTheyShould) {
  EXPECT_EQ(even_points(1, 2, 3), (Numbers{1, 1.5, 2}));
  const auto points = logarithmic_points(0.01, 2, 1);
  ASSERT_EQ(points.size(), 4U);
  EXPECT_NEAR(points[2], 1, 1e-12);
  EXPECT_EQ(points.back(), 2);
  EXPECT_EQ(logarithmic_points(1, 100, 1).size(), 3U);
  EXPECT_EQ(logarithmic_points(5, 5, 10), Numbers{5});
}

}  // namespace
}  // namespace vitrum::compare
