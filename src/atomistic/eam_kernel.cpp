#include "atomistic/eam_kernel.h"

// This file is compiled once for each instruction set; the functions at its end take the best that the
// processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/eam_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>
// not sorted
#include "atomistic/rows-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

struct Virial {
  Vector xx, yy, zz, yz, xz, xy;

  HWY_INLINE explicit Virial(Tag d) : xx(hn::Zero(d)), yy(xx), zz(xx), yz(xx), xz(xx), xy(xx) {}
  HWY_INLINE void add(const Separations& pull, const Separations& s) {
    xx = hn::MulAdd(pull.x, s.x, xx), yy = hn::MulAdd(pull.y, s.y, yy), zz = hn::MulAdd(pull.z, s.z, zz);
    yz = hn::MulAdd(pull.y, s.z, yz), xz = hn::MulAdd(pull.x, s.z, xz), xy = hn::MulAdd(pull.x, s.y, xy);
  }
  HWY_INLINE SymmetricTensor sum(Tag d) const {
    return {total(d, xx), total(d, yy), total(d, zz), total(d, yz), total(d, xz), total(d, xy)};
  }
};

/// One row as vectors that are the same in all lanes.
struct Place {
  Vector x, y, z;

  HWY_INLINE Place(Tag d, const double* row)
      : x(hn::Set(d, row[0])), y(hn::Set(d, row[1])), z(hn::Set(d, row[2])) {}
};

HWY_INLINE void add_to_row(Tag d, double* row, const Separations& own) {
  row[0] += total(d, own.x), row[1] += total(d, own.y), row[2] += total(d, own.z);
}

HWY_INLINE Separations times(Vector factor, const Separations& s) {
  return {hn::Mul(factor, s.x), hn::Mul(factor, s.y), hn::Mul(factor, s.z)};
}

HWY_INLINE void add(Separations& sum, const Separations& s) {
  sum = {hn::Add(sum.x, s.x), hn::Add(sum.y, s.y), hn::Add(sum.z, s.z)};
}

/// Value and slope (per interval) of a cubic.
struct Cubic {
  Vector value, slope;

  HWY_INLINE Cubic(const Columns& c, Vector p) {
    const Vector b = hn::MulAdd(c.first, p, c.second), e = hn::MulAdd(b, p, c.third);
    value = hn::MulAdd(e, p, c.fourth);
    slope = hn::MulAdd(hn::MulAdd(c.first, p, b), p, e);
  }
};

/// Pairs of one vector: separation, distance and place in the tables.
class Pairs {
 public:
  HWY_INLINE Pairs(Tag d, const EamProblem& problem, const Place& from, std::size_t k)
      : row_(problem.runs.row().data() + k) {
    s = load<3>(d, problem.rows, row_);
    s = {hn::Sub(s.x, from.x), hn::Sub(s.y, from.y), hn::Sub(s.z, from.z)};
    square = hn::MulAdd(s.z, s.z, hn::MulAdd(s.x, s.x, hn::Mul(s.y, s.y)));
  }

  /// @param length numbers of an interval
  template <int length>
  HWY_INLINE void find(Tag d, const EamProblem& problem, std::size_t k, Vector cutoff) {
    const hn::Rebind<std::int32_t, Tag> integers;
    within = hn::Lt(square, hn::Mul(cutoff, cutoff));
    const Vector r = hn::Sqrt(square);
    inverse = hn::IfThenElseZero(within, hn::Div(hn::Set(d, 1.0), r));
    // Beyond the table everything is as at its end.
    const auto intervals = static_cast<double>(problem.lines.intervals());
    const Vector place = hn::Min(hn::Mul(r, hn::Set(d, problem.lines.inverse_step())), hn::Set(d, intervals));
    const auto m = hn::DemoteTo(integers, hn::Min(place, hn::Set(d, intervals - 1)));
    p = hn::Sub(place, hn::PromoteTo(d, m));
    const auto first =
        hn::LoadU(integers, reinterpret_cast<const std::int32_t*>(problem.runs.line().data() + k));
    hn::StoreU(hn::Mul(hn::Add(m, first), hn::Set(integers, length)), integers, begin);
  }

  HWY_INLINE const std::uint32_t* row() const { return row_; }

  Separations s;
  Vector square, inverse, p;
  hn::Mask<Tag> within;
  HWY_ALIGN std::int32_t begin[PairRuns::lanes];

 private:
  const std::uint32_t* row_;
};

/// phi and phi'/r from r phi; zero beyond the cut-off, where 1/r is given as zero.
struct PairEnergy {
  Vector energy, slope_over_r;

  HWY_INLINE PairEnergy(const Cubic& z, Vector inverse, Vector inverse_step) {
    energy = hn::Mul(z.value, inverse);
    slope_over_r = hn::Mul(hn::Mul(hn::MulSub(z.slope, inverse_step, energy), inverse), inverse);
  }
};

HWY_INLINE void add_to_fourth(Tag d, double* sums, const std::uint32_t* row, Vector value) {
  HWY_ALIGN double v[PairRuns::lanes];
  hn::Store(value, d, v);
  for (std::size_t k = 0; k < hn::Lanes(d); ++k) sums[row[k] + 3] += v[k];
}

HWY_INLINE Vector counted(Tag d, Vector a, Vector b, hn::Mask<Tag> within, Vector count) {
  const auto some = hn::Ne(hn::Or(a, b), hn::Zero(d));
  return hn::Add(count, hn::IfThenElseZero(hn::And(some, within), hn::Set(d, 1.0)));
}

template <bool symmetric>
EamSums densities(const EamProblem& problem) {
  const Tag d;
  const Vector none = hn::Zero(d), step = hn::Set(d, problem.lines.inverse_step());
  const Vector cutoff = hn::Set(d, problem.cutoff);
  const double *near = problem.lines.near(), *far = &problem.lines.far()->cubic;
  const std::uint32_t* begin = problem.runs.begin().data();
  double* slopes = problem.slopes;
  Vector energy = none, count = none;
  Virial virial(d);
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const Place from(d, problem.rows + 4 * i);
    Vector density = none;
    for (std::size_t k = begin[0]; k < begin[1]; k += hn::Lanes(d)) {
      Pairs pairs(d, problem, from, k);
      pairs.find<symmetric ? 8 : 16>(d, problem, k, cutoff);
      const Cubic rho(load_columns(d, near, pairs.begin), pairs.p);
      const Cubic z(load_columns(d, near + 4, pairs.begin), pairs.p);
      const PairEnergy phi(z, pairs.inverse, step);
      const Vector scale = hn::Mul(pairs.inverse, step);
      const Vector at_own = hn::IfThenElseZero(pairs.within, rho.value);
      energy = hn::Add(energy, phi.energy);
      density = hn::Add(density, at_own);
      hn::StoreU(phi.slope_over_r, d, slopes);
      hn::StoreU(hn::Mul(rho.slope, scale), d, slopes + hn::Lanes(d));
      slopes += 2 * hn::Lanes(d);
      if constexpr (symmetric) {
        add_to_fourth(d, problem.sums, pairs.row(), at_own);
        count = counted(d, z.value, rho.value, pairs.within, count);
      } else {
        const Cubic other(load_columns(d, near + 8, pairs.begin), pairs.p);
        hn::StoreU(hn::Mul(other.slope, scale), d, slopes);
        slopes += hn::Lanes(d);
        add_to_fourth(d, problem.sums, pairs.row(), hn::IfThenElseZero(pairs.within, other.value));
        count = counted(d, z.value, hn::Or(rho.value, other.value), pairs.within, count);
      }
    }
    problem.sums[4 * i + 3] += total(d, density);

    Separations own{none, none, none};
    for (std::size_t k = begin[1]; k < begin[2]; k += hn::Lanes(d)) {
      Pairs pairs(d, problem, from, k);
      pairs.find<4>(d, problem, k, cutoff);
      if (hn::AllFalse(d, pairs.within)) continue;
      const Cubic z(load_columns(d, far, pairs.begin), pairs.p);
      const PairEnergy phi(z, pairs.inverse, step);
      energy = hn::Add(energy, phi.energy);
      const Separations pull = times(phi.slope_over_r, pairs.s);
      virial.add(pull, pairs.s);
      add(own, pull);
      subtract_from_rows<3>(d, problem.sums, pairs.row(), pull);
      count = counted(d, z.value, none, pairs.within, count);
    }
    add_to_row(d, problem.sums + 4 * i, own);
  }
  return {total(d, energy), virial.sum(d), static_cast<std::int64_t>(total(d, count))};
}

template <bool symmetric>
EamSums near_forces(const EamProblem& problem) {
  const Tag d;
  const Vector none = hn::Zero(d);
  const std::uint32_t *begin = problem.runs.begin().data(), *row = problem.runs.row().data();
  const double* slopes = problem.slopes;
  Virial virial(d);
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const Place from(d, problem.rows + 4 * i);
    const Vector embedding = hn::Set(d, problem.rows[4 * i + 3]);
    Separations own{none, none, none};
    for (std::size_t k = begin[0]; k < begin[1]; k += hn::Lanes(d)) {
      const Columns to = load_columns(d, problem.rows, row + k);
      const Separations s{hn::Sub(to.first, from.x), hn::Sub(to.second, from.y), hn::Sub(to.third, from.z)};
      const Vector phi = hn::LoadU(d, slopes), rho = hn::LoadU(d, slopes + hn::Lanes(d));
      slopes += 2 * hn::Lanes(d);
      Vector slope;
      if constexpr (symmetric) {
        slope = hn::MulAdd(rho, hn::Add(embedding, to.fourth), phi);
      } else {
        slope = hn::MulAdd(rho, embedding, hn::MulAdd(hn::LoadU(d, slopes), to.fourth, phi));
        slopes += hn::Lanes(d);
      }
      const Separations pull = times(slope, s);
      virial.add(pull, s);
      add(own, pull);
      subtract_from_rows<3>(d, problem.sums, row + k, pull);
    }
    add_to_row(d, problem.sums + 4 * i, own);
  }
  return {0, virial.sum(d), 0};
}

EamSums densities_for_target(const EamProblem& problem) {
  return problem.lines.symmetric() ? densities<true>(problem) : densities<false>(problem);
}

EamSums near_for_target(const EamProblem& problem) {
  return problem.lines.symmetric() ? near_forces<true>(problem) : near_forces<false>(problem);
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(densities_for_target);
HWY_EXPORT(near_for_target);

EamSums sum_densities(const EamProblem& problem) {
  return HWY_DYNAMIC_DISPATCH(densities_for_target)(problem);
}

EamSums sum_near(const EamProblem& problem) { return HWY_DYNAMIC_DISPATCH(near_for_target)(problem); }

}  // namespace vitrum::atomistic
#endif
