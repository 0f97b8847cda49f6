#include "math/single_precision_factor.h"

#include <cholmod.h>

#include <algorithm>
#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "math/single_precision_factor.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
// Not longer, where there is more: sums keep their order from AVX2 on.
using Tag = hn::CappedTag<float, 8>;

/// w[r] -= sum over four columns of L[r][c] y[c], for r in begin .. end.
void subtract_columns(const float* column, std::size_t height, const float* y, float* w, std::size_t begin,
                      std::size_t end) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  const float *c0 = column, *c1 = c0 + height, *c2 = c1 + height, *c3 = c2 + height;
  const auto y0 = hn::Set(d, y[0]), y1 = hn::Set(d, y[1]), y2 = hn::Set(d, y[2]), y3 = hn::Set(d, y[3]);
  std::size_t r = begin;
  for (; r + lanes <= end; r += lanes) {
    auto v = hn::LoadU(d, w + r);
    v = hn::NegMulAdd(hn::LoadU(d, c0 + r), y0, v);
    v = hn::NegMulAdd(hn::LoadU(d, c1 + r), y1, v);
    v = hn::NegMulAdd(hn::LoadU(d, c2 + r), y2, v);
    v = hn::NegMulAdd(hn::LoadU(d, c3 + r), y3, v);
    hn::StoreU(v, d, w + r);
  }
  for (; r < end; ++r) w[r] -= c0[r] * y[0] + c1[r] * y[1] + c2[r] * y[2] + c3[r] * y[3];
}

/// sums[c] = sum over r in begin .. end of L[r][c] w[r], for four columns.
void multiply_columns(const float* column, std::size_t height, const float* w, std::size_t begin,
                      std::size_t end, float* sums) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  const float *c0 = column, *c1 = c0 + height, *c2 = c1 + height, *c3 = c2 + height;
  auto s0 = hn::Zero(d), s1 = hn::Zero(d), s2 = hn::Zero(d), s3 = hn::Zero(d);
  std::size_t r = begin;
  for (; r + lanes <= end; r += lanes) {
    const auto v = hn::LoadU(d, w + r);
    s0 = hn::MulAdd(hn::LoadU(d, c0 + r), v, s0);
    s1 = hn::MulAdd(hn::LoadU(d, c1 + r), v, s1);
    s2 = hn::MulAdd(hn::LoadU(d, c2 + r), v, s2);
    s3 = hn::MulAdd(hn::LoadU(d, c3 + r), v, s3);
  }
  sums[0] = hn::GetLane(hn::SumOfLanes(d, s0)), sums[1] = hn::GetLane(hn::SumOfLanes(d, s1));
  sums[2] = hn::GetLane(hn::SumOfLanes(d, s2)), sums[3] = hn::GetLane(hn::SumOfLanes(d, s3));
  for (; r < end; ++r)
    sums[0] += c0[r] * w[r], sums[1] += c1[r] * w[r], sums[2] += c2[r] * w[r], sums[3] += c3[r] * w[r];
}

/// L y = w for one supernode: the first `columns` of w become y, from the rest their share is subtracted.
void forward(const float* block, std::size_t columns, std::size_t rows, float* w) {
  std::size_t c = 0;
  for (; c + 4 <= columns; c += 4) {
    const float* quad = block + c * rows;
    for (std::size_t k = 0; k < 4; ++k) {
      for (std::size_t m = 0; m < k; ++m) w[c + k] -= quad[m * rows + c + k] * w[c + m];
      w[c + k] /= quad[k * rows + c + k];
    }
    subtract_columns(quad, rows, w + c, w, c + 4, rows);
  }
  for (; c < columns; ++c) {
    const float* column = block + c * rows;
    w[c] /= column[c];
    for (std::size_t r = c + 1; r < rows; ++r) w[r] -= column[r] * w[c];
  }
}

/// L^T x = w for one supernode: rows beyond `columns` of w are known, the first become x.
void backward(const float* block, std::size_t columns, std::size_t rows, float* w) {
  const std::size_t whole = columns / 4 * 4;
  for (std::size_t c = columns; c-- > whole;) {
    const float* column = block + c * rows;
    for (std::size_t r = c + 1; r < rows; ++r) w[c] -= column[r] * w[r];
    w[c] /= column[c];
  }
  for (std::size_t c = whole; c > 0;) {
    c -= 4;
    const float* quad = block + c * rows;
    float sums[4];
    multiply_columns(quad, rows, w, c + 4, rows, sums);
    for (std::size_t k = 4; k-- > 0;) {
      w[c + k] -= sums[k];
      for (std::size_t r = k + 1; r < 4; ++r) w[c + k] -= quad[k * rows + c + r] * w[c + r];
      w[c + k] /= quad[k * rows + c + k];
    }
  }
}

}  // namespace vitrum::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum {

HWY_EXPORT(forward);
HWY_EXPORT(backward);

void SinglePrecisionFactor::copy(const cholmod_factor_struct& factor) {
  const auto* super = static_cast<const int*>(factor.super);
  const auto* row_begin = static_cast<const int*>(factor.pi);
  const auto* value_begin = static_cast<const int*>(factor.px);
  const auto* rows = static_cast<const int*>(factor.s);
  const auto* values = static_cast<const double*>(factor.x);
  const auto* permutation = static_cast<const int*>(factor.Perm);
  permutation_.assign(permutation, permutation + factor.n);
  row_.assign(rows, rows + factor.ssize);
  value_.resize(factor.xsize);
  std::transform(values, values + factor.xsize, value_.begin(),
                 [](double v) { return static_cast<float>(v); });
  supernodes_.clear();
  int most_rows = 0;
  for (std::size_t s = 0; s < factor.nsuper; ++s) {
    supernodes_.push_back({super[s], super[s + 1] - super[s], row_begin[s + 1] - row_begin[s],
                           static_cast<std::size_t>(row_begin[s]), static_cast<std::size_t>(value_begin[s])});
    most_rows = std::max(most_rows, supernodes_.back().rows);
  }
  x_.resize(factor.n);
  work_.resize(static_cast<std::size_t>(most_rows));
}

void SinglePrecisionFactor::solve(std::vector<double>& right_side) {
  // Forces shrink over many orders of magnitude while a sample relaxes; single precision has fewer.
  double size = 0;
  for (const double v : right_side) size = std::max(size, std::abs(v));
  if (!(size > 0)) return;
  for (std::size_t k = 0; k < x_.size(); ++k)
    x_[k] = static_cast<float>(right_side[static_cast<std::size_t>(permutation_[k])] / size);

  const auto own = [&](const Supernode& s) { return x_.data() + s.first_column; };
  for (const Supernode& s : supernodes_) {
    const auto columns = static_cast<std::size_t>(s.columns), rows = static_cast<std::size_t>(s.rows);
    std::copy_n(own(s), columns, work_.begin());
    std::fill(work_.begin() + s.columns, work_.begin() + s.rows, 0.0F);
    HWY_DYNAMIC_DISPATCH(forward)(&value_[s.values], columns, rows, work_.data());
    std::copy_n(work_.begin(), columns, own(s));
    for (std::size_t r = columns; r < rows; ++r) x_[static_cast<std::size_t>(row_[s.row + r])] += work_[r];
  }
  for (auto it = supernodes_.rbegin(); it != supernodes_.rend(); ++it) {
    const Supernode& s = *it;
    const auto columns = static_cast<std::size_t>(s.columns), rows = static_cast<std::size_t>(s.rows);
    for (std::size_t r = 0; r < rows; ++r) work_[r] = x_[static_cast<std::size_t>(row_[s.row + r])];
    HWY_DYNAMIC_DISPATCH(backward)(&value_[s.values], columns, rows, work_.data());
    std::copy_n(work_.begin(), columns, own(s));
  }

  for (std::size_t k = 0; k < x_.size(); ++k)
    right_side[static_cast<std::size_t>(permutation_[k])] = size * static_cast<double>(x_[k]);
}

}  // namespace vitrum
#endif
