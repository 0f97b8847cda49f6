#include "math/sparse_cholesky.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/error.h"

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
  cholesky.prepare(matrix, cholesky.find_order(matrix, 2));
  EXPECT_FALSE(cholesky.has_factor());
  ASSERT_TRUE(cholesky.factorise(matrix));
  EXPECT_GE(cholesky.fill(), matrix.row.size());
  // x_i = (i+1) (n - i) / 2 has second differences -1.
  std::vector<double> x(static_cast<std::size_t>(n), 1.0);
  cholesky.solve(x);
  for (int i = 0; i < n; ++i) EXPECT_NEAR(x[static_cast<std::size_t>(i)], 0.5 * (i + 1) * (n - i), 1e-9);
}

TEST(SparseCholesky, tells_when_the_shifted_matrix_is_not_positive_definite) {
  const int n = 60;
  const SparseSymmetric matrix = chain(n);
  SparseCholesky cholesky;
  cholesky.prepare(matrix, cholesky.find_order(matrix, 1));
  EXPECT_TRUE(cholesky.factorise(matrix, -0.99 * lowest_eigenvalue(n)));
  EXPECT_FALSE(cholesky.factorise(matrix, -1.01 * lowest_eigenvalue(n)));
  EXPECT_FALSE(cholesky.has_factor());
  EXPECT_TRUE(cholesky.factorise(matrix));
}

TEST(SparseCholesky, gives_the_same_bits_again) {
  const SparseSymmetric matrix = chain(300);
  SparseCholesky first, second;
  const auto order = first.find_order(matrix, 3);
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
