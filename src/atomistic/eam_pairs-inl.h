// What the kernels of embedded-atom potentials do with eight pairs: separations and functions of distance.
// Included once for each instruction set, after highway.h.
#include <cstddef>
#include <cstdint>

#include "atomistic/eam_kernel.h"
#include "atomistic/eight-inl.h"

#if defined(VITRUM_EAM_PAIRS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef VITRUM_EAM_PAIRS_INL
#undef VITRUM_EAM_PAIRS_INL
#else
#define VITRUM_EAM_PAIRS_INL
#endif

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

/// One row as vectors that are the same in all lanes.
struct Place {
  Vector x, y, z;

  HWY_INLINE Place(Tag d, const SlotRow& row)
      : x(hn::Set(d, row[0])), y(hn::Set(d, row[1])), z(hn::Set(d, row[2])) {}
  HWY_INLINE Separations to(const Columns& c) const {
    return {hn::Sub(c.first, x), hn::Sub(c.second, y), hn::Sub(c.third, z)};
  }
};

HWY_INLINE Separations times(Vector factor, const Separations& s) {
  return {hn::Mul(factor, s.x), hn::Mul(factor, s.y), hn::Mul(factor, s.z)};
}

/// Value, slope and curvature (per interval) of a cubic.
struct Cubic {
  Vector value, slope, curvature;

  HWY_INLINE Cubic(const Columns& c, Vector p) {
    const Vector b = hn::MulAdd(c.first, p, c.second), e = hn::MulAdd(b, p, c.third);
    value = hn::MulAdd(e, p, c.fourth);
    const Vector steeper = hn::MulAdd(c.first, p, b);
    slope = hn::MulAdd(steeper, p, e);
    const Vector half = hn::MulAdd(c.first, p, steeper);
    curvature = hn::Add(half, half);
  }
};

/// phi and phi'/r from r phi; zero beyond the cut-off, where 1/r is given as zero.
struct PairEnergy {
  Vector energy, slope_over_r;

  HWY_INLINE PairEnergy(const Cubic& z, Vector inverse, Vector inverse_step) {
    energy = hn::Mul(z.value, inverse);
    slope_over_r = hn::Mul(hn::Mul(hn::MulSub(z.slope, inverse_step, energy), inverse), inverse);
  }
};

/// What is known of eight pairs before the tables are looked at. To know it early, for all pairs of an atom,
/// hides the time that the tables take to arrive.
struct alignas(64) Stage {
  double x[eight], y[eight], z[eight], r[eight];
  double p[eight];            // place in the interval, from 0 to 1
  std::int32_t begin[eight];  // where the interval's numbers begin in the table

  HWY_INLINE Separations separations(Tag d, std::size_t lane) const {
    return {hn::Load(d, x + lane), hn::Load(d, y + lane), hn::Load(d, z + lane)};
  }
};

/// @param length numbers of an interval
template <int length>
HWY_INLINE void set(Tag d, const EamProblem& problem, const Place& from, std::size_t begin, std::size_t end,
                    Stage* stage) {
  const hn::Rebind<std::int32_t, Tag> integers;
  const double* rows = problem.rows->data();
  const std::uint32_t* row = problem.runs.row().data();
  const auto* line = reinterpret_cast<const std::int32_t*>(problem.runs.line().data());
  const Vector step = hn::Set(d, problem.lines.inverse_step());
  const auto count = static_cast<double>(problem.lines.intervals());
  const Vector intervals = hn::Set(d, count), last = hn::Set(d, count - 1);
  for (std::size_t k = begin; k < end; k += eight, ++stage)
    for (std::size_t lane = 0; lane < eight; lane += width) {
      const Separations s = from.to(load_columns(d, rows, row + k + lane));
      const Vector r = hn::Sqrt(hn::MulAdd(s.z, s.z, hn::MulAdd(s.x, s.x, hn::Mul(s.y, s.y))));
      hn::Store(s.x, d, stage->x + lane);
      hn::Store(s.y, d, stage->y + lane);
      hn::Store(s.z, d, stage->z + lane);
      hn::Store(r, d, stage->r + lane);
      // Beyond the table everything is as at its end.
      const Vector place = hn::Min(hn::Mul(r, step), intervals);
      const auto m = hn::DemoteTo(integers, hn::Min(place, last));
      hn::Store(hn::Sub(place, hn::PromoteTo(d, m)), d, stage->p + lane);
      const auto interval = hn::Add(m, hn::LoadU(integers, line + k + lane));
      hn::Store(hn::Mul(interval, hn::Set(integers, length)), integers, stage->begin + lane);
    }
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
