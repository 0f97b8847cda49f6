#include "math/single_precision_cholesky.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "math/sparse_cholesky.h"

namespace vitrum {
namespace {

/// Neighbours, and second neighbours along x, on a square grid of n by n unknowns.
SparseSymmetric wide_grid(int n) {
  SparseSymmetric matrix;
  const auto entry = [&](int row, double value) {
    matrix.row.push_back(row);
    matrix.value.push_back(value);
  };
  for (int c = 0; c < n * n; ++c) {
    entry(c, 6);
    if ((c + 1) % n != 0) entry(c + 1, -1);
    if (c % n + 2 < n) entry(c + 2, -0.25);
    if (c + n < n * n) entry(c + n, -1);
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
  return matrix;
}

std::vector<double> waves(std::size_t n, double size) {
  std::vector<double> right(n);
  for (std::size_t k = 0; k < n; ++k) right[k] = size * std::sin(1.0 + 3.7 * static_cast<double>(k));
  return right;
}

double largest(const std::vector<double>& v) {
  double found = 0;
  for (const double x : v) found = std::max(found, std::abs(x));
  return found;
}

TEST(SinglePrecisionCholesky, solves_as_double_precision_does_to_six_digits) {
  // Sizes that give supernodes of all widths; a shift that changes the factor in between.
  for (const int n : {1, 2, 3, 7, 31, 90}) {
    const SparseSymmetric matrix = wide_grid(n);
    const auto order = elimination_order(matrix, 1);
    SparseCholesky exactly;
    exactly.prepare(matrix, order);
    SinglePrecisionCholesky roughly;
    roughly.prepare(matrix, order);
    for (const double shift : {0.0, 3.0, -1.2}) {
      ASSERT_TRUE(exactly.factorise(matrix, shift));
      ASSERT_TRUE(roughly.factorise(matrix, shift));
      for (const double size : {1.0, 1e-60}) {  // beyond what single precision can hold
        std::vector<double> exact = waves(matrix.size(), size), rough = exact;
        exactly.solve(exact);
        roughly.solve(rough);
        for (std::size_t k = 0; k < exact.size(); ++k) EXPECT_NEAR(rough[k], exact[k], 1e-5 * largest(exact));
      }
    }
  }
}

TEST(SinglePrecisionCholesky, tells_when_a_matrix_is_not_positive_definite) {
  const SparseSymmetric matrix = wide_grid(20);
  SinglePrecisionCholesky cholesky;
  cholesky.prepare(matrix, elimination_order(matrix, 1));
  EXPECT_TRUE(cholesky.factorise(matrix, 0));
  EXPECT_FALSE(cholesky.factorise(matrix, -3));
  EXPECT_FALSE(cholesky.has_factor());
  EXPECT_TRUE(cholesky.factorise(matrix, 0));
}

/// A ring of n springs: only the uniform translation costs nothing.
SparseSymmetric ring(int n) {
  SparseSymmetric matrix;
  const auto entry = [&](int row, double value) {
    matrix.row.push_back(row);
    matrix.value.push_back(value);
  };
  for (int c = 0; c < n; ++c) {
    entry(c, 2);
    if (c + 1 < n) entry(c + 1, -1);
    if (c == 0) entry(n - 1, -1);
    matrix.column_begin.push_back(static_cast<int>(matrix.row.size()));
  }
  return matrix;
}

TEST(SinglePrecisionCholesky, a_pin_holds_translations_and_changes_no_balanced_answer) {
  const int n = 200;
  const SparseSymmetric matrix = ring(n);
  SinglePrecisionCholesky cholesky;
  cholesky.prepare(matrix, elimination_order(matrix, 1));
  ASSERT_TRUE(cholesky.factorise(matrix, 0, 1.0));
  // A wave of displacements is its own answer, up to a uniform translation.
  const double k = 2 * std::acos(-1.0) * 3 / n, stiffness = 2 - 2 * std::cos(k);
  std::vector<double> x(n);
  for (int i = 0; i < n; ++i) x[static_cast<std::size_t>(i)] = std::cos(k * i);
  cholesky.solve(x);
  double mean = 0;
  for (const double v : x) mean += v / n;
  for (int i = 0; i < n; ++i)
    EXPECT_NEAR(x[static_cast<std::size_t>(i)] - mean, std::cos(k * i) / stiffness, 1e-3 / stiffness);
}

TEST(SinglePrecisionCholesky, asks_for_what_it_needs) {
  const SparseSymmetric matrix = wide_grid(5);
  SinglePrecisionCholesky cholesky;
  EXPECT_THROW(cholesky.prepare(matrix, {}), InputError);
  cholesky.prepare(matrix, elimination_order(matrix, 1));
  std::vector<double> none(matrix.size(), 0.0), short_one(matrix.size() - 1);
  EXPECT_THROW(cholesky.solve(none), InputError);
  ASSERT_TRUE(cholesky.factorise(matrix, 0));
  EXPECT_THROW(cholesky.solve(short_one), InputError);
  cholesky.solve(none);
  for (const double v : none) EXPECT_EQ(v, 0);
}

}  // namespace
}  // namespace vitrum
