// Eight pairs at a time, for the kernel of embedded-atom potentials. Included once for each instruction set,
// after highway.h.
#include <cstddef>
#include <cstdint>

#if defined(VITRUM_EIGHT_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef VITRUM_EIGHT_INL
#undef VITRUM_EIGHT_INL
#else
#define VITRUM_EIGHT_INL
#endif

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Eight pairs are one vector of AVX-512, two of AVX2, four of older processors. Sums are kept for each of the
// eight, and added up in the same order everywhere.
using Tag = hn::CappedTag<double, 8>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t eight = 8;
constexpr std::size_t width = HWY_MAX_BYTES >= 64 ? 8 : HWY_MAX_BYTES / sizeof(double);
constexpr std::size_t parts = eight / width;

struct Separations {
  Vector x, y, z;
};

/// Four numbers each of as many rows as a vector has lanes.
struct Columns {
  Vector first, second, third, fourth;
};

/// Sums of three components of force and of a fourth number, of the eight pairs that the parts share.
struct Sums {
  Vector x[parts], y[parts], z[parts], fourth[parts];

  HWY_INLINE explicit Sums(Tag d) {
    for (std::size_t part = 0; part < parts; ++part) x[part] = y[part] = z[part] = fourth[part] = hn::Zero(d);
  }
  HWY_INLINE void add(std::size_t part, const Separations& s) {
    x[part] = hn::Add(x[part], s.x), y[part] = hn::Add(y[part], s.y), z[part] = hn::Add(z[part], s.z);
  }
};

#if HWY_MAX_BYTES >= 32

using FourTag = hn::CappedTag<double, 4>;
using Four = hn::Vec<FourTag>;

#if HWY_MAX_BYTES >= 64

/// Of rows that begin at data[begin[0]], data[begin[1]], ...
template <typename Index>
HWY_INLINE Columns load_columns(Tag d, const double* data, const Index* begin) {
  const FourTag four;
  const auto pair = [&](int k) HWY_ATTR {
    return hn::Combine(d, hn::LoadU(four, data + begin[k + 1]), hn::LoadU(four, data + begin[k]));
  };
  const Vector r01 = pair(0), r23 = pair(2), r45 = pair(4), r67 = pair(6);
  const Vector even = hn::ConcatEven(d, r23, r01), even_upper = hn::ConcatEven(d, r67, r45);
  const Vector odd = hn::ConcatOdd(d, r23, r01), odd_upper = hn::ConcatOdd(d, r67, r45);
  return {hn::ConcatEven(d, even_upper, even), hn::ConcatEven(d, odd_upper, odd),
          hn::ConcatOdd(d, even_upper, even), hn::ConcatOdd(d, odd_upper, odd)};
}

HWY_INLINE void add(FourTag four, double* to, Four value) {
  hn::Store(hn::Add(hn::Load(four, to), value), four, to);
}

/// Adds x, y, z of each pair to its row; rows are 32 bytes each and aligned.
HWY_INLINE void add_to_rows(Tag d, double* data, const std::uint32_t* row, const Separations& s) {
  const FourTag four;
  const Vector even = hn::InterleaveLower(d, s.x, s.y), odd = hn::InterleaveUpper(d, s.x, s.y);
  const Vector even_z = hn::InterleaveLower(d, s.z, hn::Zero(d)),
               odd_z = hn::InterleaveUpper(d, s.z, hn::Zero(d));
  const Vector r04 = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(even_z), even);
  const Vector r26 = hn::OddEvenBlocks(even_z, hn::SwapAdjacentBlocks(even));
  const Vector r15 = hn::OddEvenBlocks(hn::SwapAdjacentBlocks(odd_z), odd);
  const Vector r37 = hn::OddEvenBlocks(odd_z, hn::SwapAdjacentBlocks(odd));
  add(four, data + row[0], hn::LowerHalf(four, r04));
  add(four, data + row[1], hn::LowerHalf(four, r15));
  add(four, data + row[2], hn::LowerHalf(four, r26));
  add(four, data + row[3], hn::LowerHalf(four, r37));
  add(four, data + row[4], hn::UpperHalf(four, r04));
  add(four, data + row[5], hn::UpperHalf(four, r15));
  add(four, data + row[6], hn::UpperHalf(four, r26));
  add(four, data + row[7], hn::UpperHalf(four, r37));
}

HWY_INLINE Four folded(const Vector* sums) {
  const FourTag four;
  return hn::Add(hn::LowerHalf(four, sums[0]), hn::UpperHalf(four, sums[0]));
}

#else

template <typename Index>
HWY_INLINE Columns load_columns(Tag d, const double* data, const Index* begin) {
  const hn::Half<Tag> h;
  const double *r0 = data + begin[0], *r1 = data + begin[1], *r2 = data + begin[2], *r3 = data + begin[3];
  const Vector even = hn::Combine(d, hn::LoadU(h, r2), hn::LoadU(h, r0));
  const Vector odd = hn::Combine(d, hn::LoadU(h, r3), hn::LoadU(h, r1));
  const Vector even_upper = hn::Combine(d, hn::LoadU(h, r2 + 2), hn::LoadU(h, r0 + 2));
  const Vector odd_upper = hn::Combine(d, hn::LoadU(h, r3 + 2), hn::LoadU(h, r1 + 2));
  return {hn::InterleaveLower(d, even, odd), hn::InterleaveUpper(d, even, odd),
          hn::InterleaveLower(d, even_upper, odd_upper), hn::InterleaveUpper(d, even_upper, odd_upper)};
}

HWY_INLINE void add(Tag d, double* to, Vector value) { hn::Store(hn::Add(hn::Load(d, to), value), d, to); }

HWY_INLINE void add_to_rows(Tag d, double* data, const std::uint32_t* row, const Separations& s) {
  const Vector even = hn::InterleaveLower(d, s.x, s.y), odd = hn::InterleaveUpper(d, s.x, s.y);
  const Vector even_z = hn::InterleaveLower(d, s.z, hn::Zero(d)),
               odd_z = hn::InterleaveUpper(d, s.z, hn::Zero(d));
  add(d, data + row[0], hn::ConcatLowerLower(d, even_z, even));
  add(d, data + row[1], hn::ConcatLowerLower(d, odd_z, odd));
  add(d, data + row[2], hn::ConcatUpperUpper(d, even_z, even));
  add(d, data + row[3], hn::ConcatUpperUpper(d, odd_z, odd));
}

HWY_INLINE Four folded(const Vector* sums) { return hn::Add(sums[0], sums[1]); }

#endif

HWY_INLINE double total(const Vector* sums) {
  const FourTag four;
  return hn::GetLane(hn::SumOfLanes(four, folded(sums)));
}

HWY_INLINE void subtract_from_row(double* row, const Sums& sums) {
  const FourTag d;
  const Four x = folded(sums.x), y = folded(sums.y), z = folded(sums.z), w = folded(sums.fourth);
  const Four xy = hn::Add(hn::InterleaveLower(d, x, y), hn::InterleaveUpper(d, x, y));
  const Four zw = hn::Add(hn::InterleaveLower(d, z, w), hn::InterleaveUpper(d, z, w));
  const Four sum = hn::Add(hn::ConcatLowerLower(d, zw, xy), hn::ConcatUpperUpper(d, zw, xy));
  hn::Store(hn::Sub(hn::Load(d, row), sum), d, row);
}

#else  // short vectors: number by number

template <typename Index>
HWY_INLINE Columns load_columns(Tag d, const double* data, const Index* begin) {
  HWY_ALIGN double column[4][eight];
  for (std::size_t k = 0; k < width; ++k)
    for (std::size_t c = 0; c < 4; ++c) column[c][k] = data[begin[k] + c];
  return {hn::Load(d, column[0]), hn::Load(d, column[1]), hn::Load(d, column[2]), hn::Load(d, column[3])};
}

HWY_INLINE void add_to_rows(Tag d, double* data, const std::uint32_t* row, const Separations& s) {
  HWY_ALIGN double x[eight], y[eight], z[eight];
  hn::Store(s.x, d, x), hn::Store(s.y, d, y), hn::Store(s.z, d, z);
  for (std::size_t k = 0; k < width; ++k) {
    double* to = data + row[k];
    to[0] += x[k], to[1] += y[k], to[2] += z[k];
  }
}

HWY_INLINE double total(const Vector* sums) {
  const Tag d;
  double sum = 0;
  for (std::size_t part = 0; part < parts; ++part) sum += hn::GetLane(hn::SumOfLanes(d, sums[part]));
  return sum;
}

HWY_INLINE void subtract_from_row(double* row, const Sums& sums) {
  row[0] -= total(sums.x), row[1] -= total(sums.y), row[2] -= total(sums.z), row[3] -= total(sums.fourth);
}

#endif

HWY_INLINE void add_to_fourth(Tag d, double* data, const std::uint32_t* row, Vector value) {
  HWY_ALIGN double v[eight];
  hn::Store(value, d, v);
  for (std::size_t k = 0; k < width; ++k) data[row[k] + 3] += v[k];
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
