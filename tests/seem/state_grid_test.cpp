#include "seem/state_grid.h"

#include <gtest/gtest.h>

#include <map>

#include "base/error.h"
#include "base/random.h"

namespace vitrum::seem {
namespace {

const StateGrid grid({0, 1, 2, 4}, {-1, 0, 3});

TEST(StateGrid, BinsHoldTheirLowerEdges) {
  EXPECT_EQ(grid.columns(), 3u);
  EXPECT_EQ(grid.rows(), 2u);
  EXPECT_EQ(grid.bin_of({-0.5, 0.5}), grid.bin(0, 0));
  EXPECT_EQ(grid.bin_of({0, 0.5}), grid.bin(0, 1));
  EXPECT_EQ(grid.bin_of({1, 2}), grid.bin(2, 1));
  EXPECT_EQ(grid.bin_of({3, 4}), grid.bin(2, 1));  // the last edges belong to the last bins
  EXPECT_TRUE(grid.holds({3, 4}));
  EXPECT_FALSE(grid.holds({3.1, 4}));
  EXPECT_FALSE(grid.holds({0, -0.1}));
}

TEST(StateGrid, PointsBeyondCountAsOfTheNearestBin) {
  EXPECT_EQ(grid.bin_of({-7, -7}), grid.bin(0, 0));
  EXPECT_EQ(grid.bin_of({9, 1.5}), grid.bin(1, 1));
}

TEST(StateGrid, SplitsAPathWhereItCrossesEdges) {
  std::map<std::size_t, double> shares;
  const auto add = [&](std::size_t bin, double share) { shares[bin] += share; };
  // From (tau, X) = (-1, 0.5) to (3, 2.5): X = 1 at 1/4, tau = 0 at 1/4 as well, X = 2 at 3/4.
  grid.split({-1, 0.5}, {3, 2.5}, add);
  ASSERT_EQ(shares.size(), 3u);
  EXPECT_DOUBLE_EQ(shares[grid.bin(0, 0)], 0.25);
  EXPECT_DOUBLE_EQ(shares[grid.bin(1, 1)], 0.5);
  EXPECT_DOUBLE_EQ(shares[grid.bin(2, 1)], 0.25);
}

TEST(StateGrid, SharesOfAnyPathAddUpToOneAndAreTheSameBackwards) {
  RandomStream random(3, 0, Purpose::test);
  for (int i = 0; i < 1000; ++i) {
    const StatePoint a{6 * random.uniform() - 2, 6 * random.uniform() - 1};
    const StatePoint b{6 * random.uniform() - 2, 6 * random.uniform() - 1};
    std::vector<double> there(grid.bins()), back(grid.bins());
    grid.split(a, b, [&](std::size_t bin, double share) { there[bin] += share; });
    grid.split(b, a, [&](std::size_t bin, double share) { back[bin] += share; });
    double sum = 0;
    for (std::size_t k = 0; k < grid.bins(); ++k) {
      EXPECT_NEAR(there[k], back[k], 1e-12);
      sum += there[k];
    }
    EXPECT_NEAR(sum, 1, 1e-12);
  }
}

TEST(StateGrid, EqualWidthsAndEqualCounts) {
  std::vector<StatePoint> points;
  for (int i = 0; i <= 100; ++i) points.push_back({0.1 * i, 1e-4 * i * i});
  const StateGrid wide = equal_width_grid(points, 4, 5);
  EXPECT_EQ(wide.bins(), 20u);
  EXPECT_DOUBLE_EQ(wide.inelastic_edges()[1], 0.25);
  EXPECT_DOUBLE_EQ(wide.stress_edges()[4], 8);
  const StateGrid counted = equal_count_grid(points, 4, 5);
  EXPECT_DOUBLE_EQ(counted.inelastic_edges()[1], 0.0625);  // 25 of 100 below 1e-4 25^2
  EXPECT_DOUBLE_EQ(counted.inelastic_edges()[4], 1);
}

TEST(StateGrid, RefusesEdgesThatDoNotRise) {
  EXPECT_THROW(StateGrid({0, 0, 1}, {0, 1}), InputError);
  EXPECT_THROW(StateGrid({0, 1}, {1}), InputError);
  EXPECT_THROW(equal_width_grid({}, 3, 3), InputError);
  EXPECT_THROW(equal_width_grid({{1, 2}, {1, 3}}, 3, 3), InputError);  // one and the same stress
}

}  // namespace
}  // namespace vitrum::seem
