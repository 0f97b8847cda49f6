#include "math/local_source_cholesky.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/parallel.h"
#include "base/random.h"
#include "math/elimination.h"
#include "math/sparse_product.h"

namespace vitrum {
namespace {

/// Neighbours on a square grid of n by n unknowns, unequal diagonal.
SparseSymmetric grid(int n) {
  SparseSymmetric matrix;
  const auto entry = [&](int row, double value) {
    matrix.row.push_back(row);
    matrix.value.push_back(value);
  };
  for (int c = 0; c < n * n; ++c) {
    entry(c, 4.1 + 0.3 * (c % 7));
    if ((c + 1) % n != 0) entry(c + 1, -1);
    if (c + n < n * n) entry(c + n, -1);
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
  return matrix;
}

/// Right sides with non-zeros on so many unknowns each.
std::vector<double> random_sides(std::size_t unknowns, std::size_t count, std::size_t filled) {
  RandomStream random(1, count, Purpose::test);
  std::vector<double> sides(unknowns * count, 0.0);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t k = 0; k < filled; ++k)
      sides[(37 * k + 11 * i) % unknowns * count + i] = random.normal();
  return sides;
}

std::vector<double> side(const std::vector<double>& sides, std::size_t count, std::size_t i) {
  std::vector<double> result;
  for (std::size_t k = i; k < sides.size(); k += count) result.push_back(sides[k]);
  return result;
}

TEST(LocalSourceCholesky, SolvesForOneAndForManySides) {
  const SparseSymmetric matrix = grid(30);
  LocalSourceCholesky factor(matrix, elimination_order(matrix, 1));
  ASSERT_EQ(factor.size(), 900u);
  for (const std::size_t count : {1u, 2u, 5u, 32u}) {
    for (const std::size_t filled : {0u, 1u, 2u, 900u}) {
      const auto sides = random_sides(900, count, filled);
      auto solutions = sides;
      factor.solve(solutions, count);
      for (std::size_t i = 0; i < count; ++i) {
        const auto again = product(matrix, side(solutions, count, i));
        const auto expected = side(sides, count, i);
        for (std::size_t k = 0; k < 900; ++k) EXPECT_NEAR(again[k], expected[k], 1e-13);
      }
    }
  }
}

TEST(LocalSourceCholesky, ProductsAreThoseWithTheSolutions) {
  const SparseSymmetric matrix = grid(20);
  LocalSourceCholesky factor(matrix, elimination_order(matrix, 1));
  for (const std::size_t count : {1u, 3u}) {
    const auto sides = random_sides(400, count, 4);
    auto solutions = sides;
    factor.solve(solutions, count);
    const auto products = factor.products(sides, count);
    ASSERT_EQ(products.size(), count * count);
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j) {
        double expected = 0;
        for (std::size_t k = 0; k < 400; ++k) expected += sides[k * count + i] * solutions[k * count + j];
        EXPECT_NEAR(products[i * count + j], expected, 1e-14);
      }
  }
}

TEST(LocalSourceCholesky, SameBitsFromAnyThread) {
  const SparseSymmetric matrix = grid(25);
  const auto order = elimination_order(matrix, 1);
  const auto solution = [&] {
    LocalSourceCholesky factor(matrix, order);
    auto sides = random_sides(625, 8, 3);
    factor.solve(sides, 8);
    return sides;
  };
  const auto alone = solution();
  std::vector<std::vector<double>> all(16);
  parallel_for(all.size(), 2, [&](std::size_t i) { all[i] = solution(); });
  for (const auto& one : all) EXPECT_EQ(one, alone);
}

TEST(LocalSourceCholesky, RefusesWhatIsNotPositiveDefinite) {
  SparseSymmetric matrix = grid(4);
  matrix.value[0] = -1;
  EXPECT_THROW(LocalSourceCholesky(matrix, elimination_order(matrix, 1)), PhysicsError);
  EXPECT_THROW(LocalSourceCholesky(grid(4), {0, 0}), InputError);
}

}  // namespace
}  // namespace vitrum
