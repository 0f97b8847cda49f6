#include "math/incomplete_cholesky.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace vitrum {

namespace {

using Block = BlockSymmetric::Block;

/// c -= a b^T.
void subtract_product(Block& c, const Block& a, const Block& b) {
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t k = 0; k < 3; ++k) c[3 * i + j] -= a[3 * i + k] * b[3 * j + k];
}

/// The inverse of the Cholesky factor of a block; false when it is not positive definite.
bool invert_factor(const Block& a, double least, Block& inverse) {
  if (!(a[0] > least)) return false;
  const double l00 = std::sqrt(a[0]), l10 = a[3] / l00, l20 = a[6] / l00;
  const double s11 = a[4] - l10 * l10;
  if (!(s11 > least)) return false;
  const double l11 = std::sqrt(s11), l21 = (a[7] - l20 * l10) / l11;
  const double s22 = a[8] - l20 * l20 - l21 * l21;
  if (!(s22 > least)) return false;
  const double l22 = std::sqrt(s22);
  const double i00 = 1 / l00, i11 = 1 / l11, i22 = 1 / l22;
  const double i10 = -l10 * i00 * i11, i21 = -l21 * i11 * i22;
  const double i20 = -(l20 * i00 + l21 * i10) * i22;
  inverse = {i00, 0, 0, i10, i11, 0, i20, i21, i22};
  return true;
}

}  // namespace

bool IncompleteCholesky::try_shift(const BlockSymmetric& matrix, double shift) {
  const std::size_t n = matrix.rows();
  std::vector<Block> below = matrix.below, inverse(n);
  for (std::size_t i = 0; i < n; ++i) {
    Block own = matrix.diagonal[i];
    const double trace = own[0] + own[4] + own[8];
    for (const std::size_t k : {0U, 4U, 8U}) own[k] *= 1 + shift;
    for (std::uint32_t p = begin_[i]; p < begin_[i + 1]; ++p) {
      const std::size_t j = column_[p];
      Block& block = below[p];
      // Products of blocks that rows i and j have in the same columns.
      std::uint32_t a = begin_[i], b = begin_[j];
      while (a < p && b < begin_[j + 1]) {
        if (column_[a] == column_[b])
          subtract_product(block, below[a++], below[b++]);
        else
          column_[a] < column_[b] ? ++a : ++b;
      }
      const Block rest = block;
      block = {};
      for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
          for (std::size_t k = 0; k <= c; ++k) block[3 * r + c] += rest[3 * r + k] * inverse[j][3 * c + k];
      subtract_product(own, block, block);
    }
    constexpr double smallest_pivot = 1e-5;  // of the mean diagonal, or single precision will not do
    if (!invert_factor(own, smallest_pivot * trace / 3, inverse[i])) return false;
  }
  const auto by_column = [](const Block& from) {
    Rounded to{};
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) to[3 * c + r] = static_cast<float>(from[3 * r + c]);
    return to;
  };
  below_.clear();
  inverse_.clear();
  for (const Block& block : below) below_.push_back(by_column(block));
  for (const Block& block : inverse) inverse_.push_back(by_column(block));
  shift_ = shift;
  return true;
}

void IncompleteCholesky::factorise(const BlockSymmetric& matrix, double first_shift) {
  begin_ = matrix.begin;
  column_ = matrix.column;
  for (double shift = first_shift; shift < 100; shift = std::max(4 * shift, 1e-3))
    if (try_shift(matrix, shift)) return;
  throw PhysicsError(
      "The stiffness between near neighbours has no incomplete factor: some of its elements are not finite.");
}

void IncompleteCholesky::solve(std::span<float> x) const {
  const std::size_t n = inverse_.size();
  // Forward: y_i = L_ii^-1 (x_i - sum_j L_ij y_j).
  for (std::size_t i = 0; i < n; ++i) {
    float a = x[3 * i], b = x[3 * i + 1], c = x[3 * i + 2];
    for (std::uint32_t p = begin_[i]; p < begin_[i + 1]; ++p) {
      const float* y = &x[3 * static_cast<std::size_t>(column_[p])];
      const Rounded& m = below_[p];
      a -= m[0] * y[0] + m[3] * y[1] + m[6] * y[2];
      b -= m[1] * y[0] + m[4] * y[1] + m[7] * y[2];
      c -= m[2] * y[0] + m[5] * y[1] + m[8] * y[2];
    }
    const Rounded& v = inverse_[i];
    x[3 * i] = v[0] * a;
    x[3 * i + 1] = v[1] * a + v[4] * b;
    x[3 * i + 2] = v[2] * a + v[5] * b + v[8] * c;
  }
  // Backward: x_i = L_ii^-T (y_i - sum_j L_ji^T x_j), the sums gathered from above.
  for (std::size_t i = n; i-- > 0;) {
    const Rounded& v = inverse_[i];
    const float a = x[3 * i], b = x[3 * i + 1], c = x[3 * i + 2];
    const float u0 = v[0] * a + v[1] * b + v[2] * c, u1 = v[4] * b + v[5] * c, u2 = v[8] * c;
    x[3 * i] = u0, x[3 * i + 1] = u1, x[3 * i + 2] = u2;
    for (std::uint32_t p = begin_[i]; p < begin_[i + 1]; ++p) {
      float* y = &x[3 * static_cast<std::size_t>(column_[p])];
      const Rounded& m = below_[p];
      y[0] -= m[0] * u0 + m[1] * u1 + m[2] * u2;
      y[1] -= m[3] * u0 + m[4] * u1 + m[5] * u2;
      y[2] -= m[6] * u0 + m[7] * u1 + m[8] * u2;
    }
  }
}

}  // namespace vitrum
