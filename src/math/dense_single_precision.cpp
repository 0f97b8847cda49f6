#include "math/dense_single_precision.h"

#include <algorithm>
#include <cmath>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "math/dense_single_precision.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
// Not longer, where there is more: sums keep their order from AVX2 on.
using Tag = hn::CappedTag<float, row_padding>;
using Vector = hn::Vec<Tag>;

// Products go through pieces of A and B that are copied to where they lie close together: the columns of a
// block are far apart in memory.
constexpr std::size_t depth = 256;              // columns of A and B at a time
constexpr std::size_t breadth = 64;             // rows of B at a time
constexpr std::size_t strip = 3 * row_padding;  // rows of A at a time

/// C -= A B^T for three vectors of rows by four columns: twelve sums that stay in registers.
HWY_INLINE void subtract_strip(const float* a, const float* b, std::size_t k, float* c, std::size_t stride) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  float *c0 = c, *c1 = c0 + stride, *c2 = c1 + stride, *c3 = c2 + stride;
  Vector s0 = hn::LoadU(d, c0), t0 = hn::LoadU(d, c0 + lanes), u0 = hn::LoadU(d, c0 + 2 * lanes);
  Vector s1 = hn::LoadU(d, c1), t1 = hn::LoadU(d, c1 + lanes), u1 = hn::LoadU(d, c1 + 2 * lanes);
  Vector s2 = hn::LoadU(d, c2), t2 = hn::LoadU(d, c2 + lanes), u2 = hn::LoadU(d, c2 + 2 * lanes);
  Vector s3 = hn::LoadU(d, c3), t3 = hn::LoadU(d, c3 + lanes), u3 = hn::LoadU(d, c3 + 2 * lanes);
  for (std::size_t p = 0; p < k; ++p, a += 3 * lanes, b += column_padding) {
    const Vector s = hn::LoadU(d, a), t = hn::LoadU(d, a + lanes), u = hn::LoadU(d, a + 2 * lanes);
    const Vector b0 = hn::Set(d, b[0]), b1 = hn::Set(d, b[1]), b2 = hn::Set(d, b[2]), b3 = hn::Set(d, b[3]);
    s0 = hn::NegMulAdd(s, b0, s0), t0 = hn::NegMulAdd(t, b0, t0), u0 = hn::NegMulAdd(u, b0, u0);
    s1 = hn::NegMulAdd(s, b1, s1), t1 = hn::NegMulAdd(t, b1, t1), u1 = hn::NegMulAdd(u, b1, u1);
    s2 = hn::NegMulAdd(s, b2, s2), t2 = hn::NegMulAdd(t, b2, t2), u2 = hn::NegMulAdd(u, b2, u2);
    s3 = hn::NegMulAdd(s, b3, s3), t3 = hn::NegMulAdd(t, b3, t3), u3 = hn::NegMulAdd(u, b3, u3);
  }
  hn::StoreU(s0, d, c0), hn::StoreU(t0, d, c0 + lanes), hn::StoreU(u0, d, c0 + 2 * lanes);
  hn::StoreU(s1, d, c1), hn::StoreU(t1, d, c1 + lanes), hn::StoreU(u1, d, c1 + 2 * lanes);
  hn::StoreU(s2, d, c2), hn::StoreU(t2, d, c2 + lanes), hn::StoreU(u2, d, c2 + 2 * lanes);
  hn::StoreU(s3, d, c3), hn::StoreU(t3, d, c3 + lanes), hn::StoreU(u3, d, c3 + 2 * lanes);
}

/// The same for one vector of rows, A where it is.
HWY_INLINE void subtract_rows(const float* a, std::size_t stride_a, const float* b, std::size_t k, float* c,
                              std::size_t stride) {
  const Tag d;
  float *c0 = c, *c1 = c0 + stride, *c2 = c1 + stride, *c3 = c2 + stride;
  Vector s0 = hn::LoadU(d, c0), s1 = hn::LoadU(d, c1), s2 = hn::LoadU(d, c2), s3 = hn::LoadU(d, c3);
  for (std::size_t p = 0; p < k; ++p, a += stride_a, b += column_padding) {
    const Vector s = hn::LoadU(d, a);
    s0 = hn::NegMulAdd(s, hn::Set(d, b[0]), s0);
    s1 = hn::NegMulAdd(s, hn::Set(d, b[1]), s1);
    s2 = hn::NegMulAdd(s, hn::Set(d, b[2]), s2);
    s3 = hn::NegMulAdd(s, hn::Set(d, b[3]), s3);
  }
  hn::StoreU(s0, d, c0), hn::StoreU(s1, d, c1), hn::StoreU(s2, d, c2), hn::StoreU(s3, d, c3);
}

/// A piece of at most `depth` columns and `breadth` rows of B.
void product_piece(const float* a, const float* b, std::size_t stride, std::size_t m, std::size_t n,
                   std::size_t k, float* c, std::size_t stride_c) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  float near_b[breadth * depth], near_a[strip * depth];
  for (std::size_t j = 0; j < n; j += column_padding)
    for (std::size_t p = 0; p < k; ++p)
      std::copy_n(b + p * stride + j, column_padding, near_b + (j * k + p * column_padding));
  std::size_t i = 0;
  for (; i + 3 * lanes <= padded(m, row_padding); i += 3 * lanes) {
    for (std::size_t p = 0; p < k; ++p)
      for (std::size_t v = 0; v < 3; ++v)
        hn::StoreU(hn::LoadU(d, a + p * stride + i + v * lanes), d, near_a + (3 * p + v) * lanes);
    for (std::size_t j = 0; j < n; j += column_padding)
      subtract_strip(near_a, near_b + j * k, k, c + j * stride_c + i, stride_c);
  }
  for (; i < m; i += lanes)
    for (std::size_t j = 0; j < n; j += column_padding)
      subtract_rows(a + i, stride, near_b + j * k, k, c + j * stride_c + i, stride_c);
}

void product(const float* a, const float* b, std::size_t stride, std::size_t m, std::size_t n, std::size_t k,
             float* c, std::size_t stride_c) {
  for (std::size_t p = 0; p < k; p += depth)
    for (std::size_t j = 0; j < n; j += breadth) {
      // Rows above the diagonal of C are nobody's.
      const std::size_t top = a == b ? std::min(j, m) : 0;
      product_piece(a + p * stride + top, b + p * stride + j, stride, m - top, std::min(breadth, n - j),
                    std::min(depth, k - p), c + j * stride_c + top, stride_c);
    }
}

/// Four columns that nothing is left to subtract from but each other: their factor L of four by four, then
/// all rows at once. Rows of the four by four block come out as L itself.
bool factorise_panel(float* panel, std::size_t stride, std::size_t width, std::size_t diagonal) {
  float l[column_padding][column_padding] = {}, inverse[column_padding] = {};
  for (std::size_t j = 0; j < width; ++j) {
    for (std::size_t i = j; i < width; ++i) {
      float v = panel[j * stride + diagonal + i];
      for (std::size_t q = 0; q < j; ++q) v -= l[i][q] * l[j][q];
      if (i == j) {
        if (!(v > 0)) return false;
        inverse[j] = 1 / std::sqrt(v);
      }
      l[i][j] = v * inverse[j];
    }
  }
  const Tag d;
  float *c0 = panel, *c1 = c0 + stride, *c2 = c1 + stride, *c3 = c2 + stride;
  for (std::size_t r = diagonal / row_padding * row_padding; r < stride; r += hn::Lanes(d)) {
    const Vector x0 = hn::Mul(hn::LoadU(d, c0 + r), hn::Set(d, inverse[0]));
    Vector x1 = hn::NegMulAdd(x0, hn::Set(d, l[1][0]), hn::LoadU(d, c1 + r));
    x1 = hn::Mul(x1, hn::Set(d, inverse[1]));
    Vector x2 = hn::NegMulAdd(x0, hn::Set(d, l[2][0]), hn::LoadU(d, c2 + r));
    x2 = hn::Mul(hn::NegMulAdd(x1, hn::Set(d, l[2][1]), x2), hn::Set(d, inverse[2]));
    Vector x3 = hn::NegMulAdd(x0, hn::Set(d, l[3][0]), hn::LoadU(d, c3 + r));
    x3 = hn::NegMulAdd(x1, hn::Set(d, l[3][1]), x3);
    x3 = hn::Mul(hn::NegMulAdd(x2, hn::Set(d, l[3][2]), x3), hn::Set(d, inverse[3]));
    hn::StoreU(x0, d, c0 + r), hn::StoreU(x1, d, c1 + r);
    hn::StoreU(x2, d, c2 + r), hn::StoreU(x3, d, c3 + r);
  }
  return true;
}

bool factorise(float* block, std::size_t stride, std::size_t columns) {
  for (std::size_t first = 0; first < columns; first += breadth) {
    const std::size_t last = std::min(first + breadth, padded(columns, column_padding));
    float* panels = block + first * stride;
    product(block + first, block + first, stride, stride - first, last - first, first, panels + first,
            stride);
    for (std::size_t c = first; c < last; c += column_padding) {
      // From a whole vector of rows on: those above the diagonal are nobody's.
      const std::size_t top = c / row_padding * row_padding;
      float* panel = block + c * stride;
      product_piece(panels + top, panels + c, stride, stride - top, column_padding, c - first, panel + top,
                    stride);
      if (!factorise_panel(panel, stride, std::min(column_padding, columns - c), c)) return false;
    }
  }
  return true;
}

void forward(const float* block, std::size_t stride, std::size_t columns, float* w) {
  const Tag d;
  const std::size_t whole = columns / column_padding * column_padding;
  for (std::size_t c = 0; c < whole; c += column_padding) {
    const float *c0 = block + c * stride, *c1 = c0 + stride, *c2 = c1 + stride, *c3 = c2 + stride;
    float* y = w + c;
    y[0] /= c0[c];
    y[1] = (y[1] - c0[c + 1] * y[0]) / c1[c + 1];
    y[2] = (y[2] - c0[c + 2] * y[0] - c1[c + 2] * y[1]) / c2[c + 2];
    y[3] = (y[3] - c0[c + 3] * y[0] - c1[c + 3] * y[1] - c2[c + 3] * y[2]) / c3[c + 3];
    const Vector y0 = hn::Set(d, y[0]), y1 = hn::Set(d, y[1]), y2 = hn::Set(d, y[2]), y3 = hn::Set(d, y[3]);
    std::size_t r = c + column_padding;
    for (; r % row_padding != 0; ++r) w[r] -= c0[r] * y[0] + c1[r] * y[1] + c2[r] * y[2] + c3[r] * y[3];
    for (; r < stride; r += hn::Lanes(d)) {
      Vector v = hn::LoadU(d, w + r);
      v = hn::NegMulAdd(hn::LoadU(d, c0 + r), y0, v);
      v = hn::NegMulAdd(hn::LoadU(d, c1 + r), y1, v);
      v = hn::NegMulAdd(hn::LoadU(d, c2 + r), y2, v);
      v = hn::NegMulAdd(hn::LoadU(d, c3 + r), y3, v);
      hn::StoreU(v, d, w + r);
    }
  }
  for (std::size_t c = whole; c < columns; ++c) {
    const float* column = block + c * stride;
    w[c] /= column[c];
    for (std::size_t r = c + 1; r < stride; ++r) w[r] -= column[r] * w[c];
  }
}

void backward(const float* block, std::size_t stride, std::size_t columns, float* w) {
  const Tag d;
  const std::size_t whole = columns / column_padding * column_padding;
  for (std::size_t c = columns; c-- > whole;) {
    const float* column = block + c * stride;
    for (std::size_t r = c + 1; r < stride; ++r) w[c] -= column[r] * w[r];
    w[c] /= column[c];
  }
  for (std::size_t c = whole; c > 0;) {
    c -= column_padding;
    const float *c0 = block + c * stride, *c1 = c0 + stride, *c2 = c1 + stride, *c3 = c2 + stride;
    float* x = w + c;
    std::size_t r = c + column_padding;
    for (; r % row_padding != 0; ++r)
      x[0] -= c0[r] * w[r], x[1] -= c1[r] * w[r], x[2] -= c2[r] * w[r], x[3] -= c3[r] * w[r];
    Vector s0 = hn::Zero(d), s1 = s0, s2 = s0, s3 = s0;
    for (; r < stride; r += hn::Lanes(d)) {
      const Vector v = hn::LoadU(d, w + r);
      s0 = hn::MulAdd(hn::LoadU(d, c0 + r), v, s0);
      s1 = hn::MulAdd(hn::LoadU(d, c1 + r), v, s1);
      s2 = hn::MulAdd(hn::LoadU(d, c2 + r), v, s2);
      s3 = hn::MulAdd(hn::LoadU(d, c3 + r), v, s3);
    }
    x[3] = (x[3] - hn::GetLane(hn::SumOfLanes(d, s3))) / c3[c + 3];
    x[2] = (x[2] - hn::GetLane(hn::SumOfLanes(d, s2)) - c2[c + 3] * x[3]) / c2[c + 2];
    x[1] = (x[1] - hn::GetLane(hn::SumOfLanes(d, s1)) - c1[c + 3] * x[3] - c1[c + 2] * x[2]) / c1[c + 1];
    x[0] =
        (x[0] - hn::GetLane(hn::SumOfLanes(d, s0)) - c0[c + 3] * x[3] - c0[c + 2] * x[2] - c0[c + 1] * x[1]) /
        c0[c];
  }
}

}  // namespace vitrum::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum {

HWY_EXPORT(product);
HWY_EXPORT(factorise);
HWY_EXPORT(forward);
HWY_EXPORT(backward);

void subtract_product(const float* a, const float* b, std::size_t stride, std::size_t m, std::size_t n,
                      std::size_t k, float* c, std::size_t stride_c) {
  HWY_DYNAMIC_DISPATCH(product)(a, b, stride, m, n, k, c, stride_c);
}

bool factorise_block(float* block, std::size_t stride, std::size_t columns) {
  return HWY_DYNAMIC_DISPATCH(factorise)(block, stride, columns);
}

void solve_forward(const float* block, std::size_t stride, std::size_t columns, float* w) {
  HWY_DYNAMIC_DISPATCH(forward)(block, stride, columns, w);
}

void solve_backward(const float* block, std::size_t stride, std::size_t columns, float* w) {
  HWY_DYNAMIC_DISPATCH(backward)(block, stride, columns, w);
}

}  // namespace vitrum
#endif
