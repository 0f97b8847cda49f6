#include "math/incomplete_cholesky.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"

namespace vitrum {
namespace {

using Block = BlockSymmetric::Block;

/// A chain of blocks, each coupled with the one before: such a matrix has a factor without further entries.
BlockSymmetric chain(std::size_t rows) {
  BlockSymmetric matrix;
  for (std::size_t i = 0; i < rows; ++i) {
    const double shift = 0.1 * static_cast<double>(i);
    matrix.diagonal.push_back(Block{5 + shift, 1, 0.5, 1, 4, -0.3, 0.5, -0.3, 6});
    if (i > 0) {
      matrix.column.push_back(static_cast<std::uint32_t>(i - 1));
      matrix.below.push_back(Block{-1, 0.2, shift, 0.3, -1.5, 0, 0.1, 0.4, -2});
    }
    matrix.begin.push_back(static_cast<std::uint32_t>(matrix.column.size()));
  }
  return matrix;
}

std::vector<double> times(const BlockSymmetric& matrix, const std::vector<double>& x) {
  std::vector<double> y(x.size(), 0.0);
  for (std::size_t i = 0; i < matrix.rows(); ++i)
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) {
        y[3 * i + r] += matrix.diagonal[i][3 * r + c] * x[3 * i + c];
        for (std::uint32_t p = matrix.begin[i]; p < matrix.begin[i + 1]; ++p) {
          const std::size_t j = matrix.column[p];
          y[3 * i + r] += matrix.below[p][3 * r + c] * x[3 * j + c];
          y[3 * j + c] += matrix.below[p][3 * r + c] * x[3 * i + r];
        }
      }
  return y;
}

TEST(IncompleteCholesky, is_complete_where_nothing_is_left_out) {
  const BlockSymmetric matrix = chain(7);
  IncompleteCholesky factor;
  factor.factorise(matrix, 0);
  EXPECT_EQ(factor.shift(), 0);
  std::vector<double> x(21);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::cos(static_cast<double>(i * i));
  const std::vector<double> b = times(matrix, x);
  std::vector<float> solution(b.begin(), b.end());
  factor.solve(solution);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(solution[i], x[i], 5e-6);
}

TEST(IncompleteCholesky, shifts_a_matrix_that_is_not_positive_definite) {
  BlockSymmetric matrix = chain(5);
  matrix.below[2] = Block{9, 0, 0, 0, 9, 0, 0, 0, 9};
  IncompleteCholesky factor;
  factor.factorise(matrix, 1e-3);
  EXPECT_GT(factor.shift(), 1e-3);
  std::vector<float> x(15, 1.0F);
  factor.solve(x);
  double along = 0;  // of a positive definite matrix
  for (const float v : x) along += static_cast<double>(v);
  EXPECT_GT(along, 0);
}

TEST(IncompleteCholesky, refuses_a_matrix_that_is_not_finite) {
  BlockSymmetric matrix = chain(3);
  matrix.diagonal[1][0] = std::numeric_limits<double>::quiet_NaN();
  IncompleteCholesky factor;
  EXPECT_THROW(factor.factorise(matrix, 1e-3), PhysicsError);
}

}  // namespace
}  // namespace vitrum
