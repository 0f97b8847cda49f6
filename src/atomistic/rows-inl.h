// Rows of coordinates and forces of slots as vectors, for the kernels. Included once for each instruction
// set, after highway.h.
#include <cstdint>

#include "atomistic/pair_runs.h"

#if defined(VITRUM_ROWS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef VITRUM_ROWS_INL
#undef VITRUM_ROWS_INL
#else
#define VITRUM_ROWS_INL
#endif

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, PairRuns::lanes>;
using Vector = hn::Vec<Tag>;
using Half = hn::Half<Tag>;

struct Separations {
  Vector x, y, z;
};

// Rows of four slots are turned into vectors of x, y and z. That costs fewer instructions than gathering
// single numbers.

#if HWY_MAX_BYTES >= 32

template <int Dimension>
HWY_INLINE Separations load(Tag d, const double* rows, const std::uint32_t* row) {
  if constexpr (Dimension == 2) {
    const Half h;
    const Vector even = hn::Combine(d, hn::LoadU(h, rows + row[2]), hn::LoadU(h, rows + row[0]));
    const Vector odd = hn::Combine(d, hn::LoadU(h, rows + row[3]), hn::LoadU(h, rows + row[1]));
    return {hn::InterleaveLower(d, even, odd), hn::InterleaveUpper(d, even, odd), hn::Zero(d)};
  } else {
    const Vector a = hn::LoadU(d, rows + row[0]), b = hn::LoadU(d, rows + row[1]);
    const Vector c = hn::LoadU(d, rows + row[2]), e = hn::LoadU(d, rows + row[3]);
    const Vector ab = hn::InterleaveLower(d, a, b), ce = hn::InterleaveLower(d, c, e);
    return {hn::ConcatLowerLower(d, ce, ab),
            hn::ConcatLowerLower(d, hn::InterleaveUpper(d, c, e), hn::InterleaveUpper(d, a, b)),
            hn::ConcatUpperUpper(d, ce, ab)};
  }
}

#else  // short vectors: number by number

template <int Dimension>
HWY_INLINE Separations load(Tag d, const double* rows, const std::uint32_t* row) {
  HWY_ALIGN double x[PairRuns::lanes], y[PairRuns::lanes], z[PairRuns::lanes];
  for (std::size_t k = 0; k < hn::Lanes(d); ++k) {
    const double* r = rows + row[k];
    x[k] = r[0], y[k] = r[1], z[k] = Dimension == 3 ? r[2] : 0.0;
  }
  return {hn::Load(d, x), hn::Load(d, y), hn::Load(d, z)};
}

#endif

// Vectors of x, y and z are turned back into rows of four slots.

#if HWY_MAX_BYTES >= 32

template <typename Part>
HWY_INLINE void subtract(Part part, double* from, hn::Vec<Part> value) {
  hn::StoreU(hn::Sub(hn::LoadU(part, from), value), part, from);
}

// One after the other: padding may name a slot twice.
template <int Dimension>
HWY_INLINE void subtract_from_rows(Tag d, double* forces, const std::uint32_t* row, const Separations& p) {
  const Vector even = hn::InterleaveLower(d, p.x, p.y), odd = hn::InterleaveUpper(d, p.x, p.y);
  if constexpr (Dimension == 2) {
    const Half h;
    subtract(h, forces + row[0], hn::LowerHalf(h, even));
    subtract(h, forces + row[1], hn::LowerHalf(h, odd));
    subtract(h, forces + row[2], hn::UpperHalf(h, even));
    subtract(h, forces + row[3], hn::UpperHalf(h, odd));
  } else {
    const Vector even_z = hn::InterleaveLower(d, p.z, hn::Zero(d));
    const Vector odd_z = hn::InterleaveUpper(d, p.z, hn::Zero(d));
    subtract(d, forces + row[0], hn::ConcatLowerLower(d, even_z, even));
    subtract(d, forces + row[1], hn::ConcatLowerLower(d, odd_z, odd));
    subtract(d, forces + row[2], hn::ConcatUpperUpper(d, even_z, even));
    subtract(d, forces + row[3], hn::ConcatUpperUpper(d, odd_z, odd));
  }
}

#else  // short vectors: number by number

template <int Dimension>
HWY_INLINE void subtract_from_rows(Tag d, double* forces, const std::uint32_t* row, const Separations& p) {
  HWY_ALIGN double x[PairRuns::lanes], y[PairRuns::lanes], z[PairRuns::lanes];
  hn::Store(p.x, d, x), hn::Store(p.y, d, y), hn::Store(p.z, d, z);
  for (std::size_t k = 0; k < hn::Lanes(d); ++k) {
    double* f = forces + row[k];
    f[0] -= x[k], f[1] -= y[k];
    if constexpr (Dimension == 3) f[2] -= z[k];
  }
}

#endif

HWY_INLINE double total(Tag d, Vector v) { return hn::GetLane(hn::SumOfLanes(d, v)); }

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
