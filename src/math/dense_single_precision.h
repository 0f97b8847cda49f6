// Dense pieces of a sparse Cholesky factor, in single precision, on vector units.
#pragma once

#include <cstddef>

namespace vitrum {

/// Rows of dense blocks are padded to a multiple of this, columns to a multiple of column_padding.
inline constexpr std::size_t row_padding = 8, column_padding = 4;

constexpr std::size_t padded(std::size_t n, std::size_t padding) {
  return (n + padding - 1) / padding * padding;
}

/// C -= A B^T for column-major A (m x k), B (n x k) with the same stride, C (m x n). Where A and B begin at
/// the same place, only the lower triangle of C's first n rows is sure to be done. Computes whole vectors:
/// reads up to row_padding - 1 rows beyond m of A and column_padding - 1 rows beyond n of B, and writes to as
/// many rows and columns beyond C.
void subtract_product(const float* a, const float* b, std::size_t stride, std::size_t m, std::size_t n,
                      std::size_t k, float* c, std::size_t stride_c);

/// Replaces a column-major block (stride x columns, of which the upper `columns` rows are symmetric positive
/// definite) by its Cholesky factor and the rows below by their share. The numbers above the diagonal, and
/// the columns up to the next multiple of column_padding, are overwritten with something. False when a pivot
/// is not positive.
bool factorise_block(float* block, std::size_t stride, std::size_t columns);

/// L y = w for one such block of the factor, w of `stride` numbers: its first `columns` become y, from the
/// rest their share is subtracted.
void solve_forward(const float* block, std::size_t stride, std::size_t columns, float* w);

/// L^T x = w: the numbers beyond `columns` of w are known, the first become x.
void solve_backward(const float* block, std::size_t stride, std::size_t columns, float* w);

}  // namespace vitrum
