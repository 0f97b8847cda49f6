#include "compare/angle_along.h"

#include <gtest/gtest.h>

namespace vitrum::compare {
namespace {

TEST(AngleAlong, IsTheNearestModuloHalfATurn) {
  const std::set<double> angles{-80, 10, 45, 82, 172};
  EXPECT_EQ(angle_along(angles, 0), 172);
  EXPECT_EQ(angle_along(angles, 90), 82);
  EXPECT_EQ(angle_along({-80, 10}, 90), -80);
  EXPECT_EQ(angle_along({360, 90}, 0), 360);
}

TEST(AngleAlong, IsNoneBeyondFifteenDegrees) {
  EXPECT_EQ(angle_along({15}, 0), 15);
  EXPECT_EQ(angle_along({165}, 0), 165);
  EXPECT_FALSE(angle_along({16, 74, 164}, 0).has_value());
  EXPECT_FALSE(angle_along({16, 74, 164}, 90).has_value());
  EXPECT_FALSE(angle_along({}, 0).has_value());
}

}  // namespace
}  // namespace vitrum::compare
