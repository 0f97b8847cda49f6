#include "math/sparse_cholesky.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/error.h"
#include "base/parallel.h"
#include "math/elimination.h"

namespace vitrum {
namespace {

/// The chain -1, 2, -1 of n unknowns: eigenvalues 2 - 2 cos(k pi / (n + 1)).
SparseSymmetric chain(int n) {
  SparseSymmetric matrix;
  for (int c = 0; c < n; ++c) {
    matrix.row.push_back(c);
    matrix.value.push_back(2);
    if (c + 1 < n) {
      matrix.row.push_back(c + 1);
      matrix.value.push_back(-1);
    }
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
  return matrix;
}

double lowest_eigenvalue(int n) { return 2 - 2 * std::cos(std::numbers::pi / (n + 1)); }

TEST(SparseCholesky, solves_the_chain) {
  const int n = 100;
  const SparseSymmetric matrix = chain(n);
  SparseCholesky cholesky;
  cholesky.prepare(matrix, elimination_order(matrix, 2));
  EXPECT_FALSE(cholesky.has_factor());
  ASSERT_TRUE(cholesky.factorise(matrix));
  // x_i = (i+1) (n - i) / 2 has second differences -1.
  std::vector<double> x(static_cast<std::size_t>(n), 1.0);
  cholesky.solve(x);
  for (int i = 0; i < n; ++i) EXPECT_NEAR(x[static_cast<std::size_t>(i)], 0.5 * (i + 1) * (n - i), 1e-9);
}

TEST(SparseCholesky, tells_when_the_shifted_matrix_is_not_positive_definite) {
  const int n = 60;
  const SparseSymmetric matrix = chain(n);
  SparseCholesky cholesky;
  cholesky.prepare(matrix, elimination_order(matrix, 1));
  EXPECT_TRUE(cholesky.factorise(matrix, -0.99 * lowest_eigenvalue(n)));
  EXPECT_FALSE(cholesky.factorise(matrix, -1.01 * lowest_eigenvalue(n)));
  EXPECT_FALSE(cholesky.has_factor());
  EXPECT_TRUE(cholesky.factorise(matrix));
}

/// Neighbours on a square grid of n by n unknowns.
SparseSymmetric plain_grid(int n) {
  SparseSymmetric matrix;
  const auto entry = [&](int row, double value) {
    matrix.row.push_back(row);
    matrix.value.push_back(value);
  };
  for (int c = 0; c < n * n; ++c) {
    entry(c, 5);
    if ((c + 1) % n != 0) entry(c + 1, -1);
    if (c + n < n * n) entry(c + n, -1);
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
  return matrix;
}

TEST(SparseCholesky, finds_the_same_order_in_every_thread) {
  const SparseSymmetric matrix = plain_grid(40);
  const auto alone = elimination_order(matrix, 1);
  std::vector<std::vector<int>> orders(40);
  parallel_for(orders.size(), 2, [&](std::size_t i) { orders[i] = elimination_order(matrix, 1); });
  for (const auto& order : orders) EXPECT_EQ(order, alone);
}

TEST(SparseCholesky, gives_the_same_bits_in_every_thread) {
  const SparseSymmetric matrix = plain_grid(40);
  const auto solve = [&](std::size_t i) {
    SparseCholesky cholesky;
    cholesky.prepare(matrix, elimination_order(matrix, 1));
    cholesky.factorise(matrix, 0.1 * static_cast<double>(i % 4));
    std::vector<double> x(matrix.size());
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = std::sin(static_cast<double>(k + i));
    for (int n = 0; n < 20; ++n) cholesky.solve(x);
    return x;
  };
  std::vector<std::vector<double>> alone(60), together(60);
  for (std::size_t i = 0; i < alone.size(); ++i) alone[i] = solve(i);
  parallel_for(together.size(), 2, [&](std::size_t i) { together[i] = solve(i); });
  EXPECT_EQ(alone, together);
}

TEST(SparseCholesky, gives_the_same_bits_again) {
  const SparseSymmetric matrix = chain(300);
  SparseCholesky first, second;
  const auto order = elimination_order(matrix, 3);
  std::vector<double> a(300, 0.1), b(300, 0.1);
  first.prepare(matrix, order);
  first.factorise(matrix, 0.3);
  first.factorise(matrix, 0.7);
  first.solve(a);
  second.prepare(matrix, order);
  second.factorise(matrix, 0.7);
  second.solve(b);
  EXPECT_EQ(a, b);
}

TEST(SparseCholesky, refuses_an_order_that_is_none) {
  const SparseSymmetric matrix = chain(4);
  SparseCholesky cholesky;
  EXPECT_THROW(cholesky.prepare(matrix, {0, 0}), InputError);
  EXPECT_THROW(cholesky.prepare(matrix, {0, 1, 2}), InputError);
}

}  // namespace
}  // namespace vitrum
