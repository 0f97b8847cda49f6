#include "compare/bins.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "compare/macroscale.h"

namespace vitrum::compare {
namespace {

using List = std::vector<double>;

TEST(Bins, LinearEdgesSpanTheRange) {
  EXPECT_EQ(linear_edges(-1, 3, 4), (List{-1, 0, 1, 2, 3}));
  EXPECT_EQ(linear_edges(4, 4, 2), (List{2, 4, 6}));
}

TEST(Bins, LogarithmicEdgesBeginAtZeroAndRiseByOneRatio) {
  const List edges = logarithmic_edges(0.01, 10, 4);
  ASSERT_EQ(edges.size(), 5u);
  EXPECT_EQ(edges[0], 0);
  EXPECT_NEAR(edges[1], 0.01, 1e-16);
  EXPECT_NEAR(edges[2], 0.1, 1e-15);
  EXPECT_NEAR(edges[3], 1, 1e-14);
  EXPECT_EQ(edges[4], 10);
}

TEST(Bins, QuantisedEdgesLieBetweenMultiples) {
  // 1.5 * (10.5 / 1.5)^(i / 3) = 1.5, 2.87, 5.49, 10.5, rounded to half-odd numbers.
  EXPECT_EQ(quantised_edges(2, 20, 4), (List{0, 3, 5, 11, 21}));
  // So few multiples that every bin holds one: no bin is empty, there are only fewer of them.
  EXPECT_EQ(quantised_edges(1, 4, 40), (List{0, 1.5, 2.5, 3.5, 4.5}));
  // Multiples that rounding moved to either side stay in their bin.
  const List edges = quantised_edges(0.00132, 13 * 0.00132, 40);
  EXPECT_EQ(counts_in(edges, {0.00132 * (1 - 1e-15), 0.00132 * (1 + 1e-15)})[0], 2);
}

TEST(Bins, CountsHoldLowerEdgesAndTheLastUpperOne) {
  EXPECT_EQ(counts_in({0, 1, 2, 4}, {0, 0.5, 1, 2, 4, 4.1, -0.1}), (List{2, 1, 2}));
}

TEST(Bins, DensitiesHaveIntegralOne) {
  EXPECT_EQ(normalised({0, 1, 3, 4}, {2, 6, 0}), (List{0.25, 0.375, 0}));
  EXPECT_EQ(normalised({0, 1}, {0}), (List{0}));
}

TEST(DensityMismatch, IsOneMinusTheOverlap) {
  const List edges{0, 1, 3};
  EXPECT_DOUBLE_EQ(density_mismatch(edges, {0.5, 0.25}, {0.5, 0.25}), 0);
  EXPECT_DOUBLE_EQ(density_mismatch(edges, {1, 0}, {0, 0.5}), 1);
  EXPECT_DOUBLE_EQ(density_mismatch(edges, {0.5, 0.25}, {0.2, 0.4}), 0.3);
  EXPECT_THROW(density_mismatch(edges, {1, 0}, {1}), InputError);
  EXPECT_THROW(density_mismatch({0, 1}, {1, 0}, {1, 0}), InputError);
}

}  // namespace
}  // namespace vitrum::compare
