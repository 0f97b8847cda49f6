#include "atomistic/eam_kernel.h"

#include <vector>

// This file is compiled once for each instruction set; the functions at its end take the best that the
// processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/eam_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/cache_control.h>
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

/// What is known of the pairs of one atom before the tables are looked at. To know it early hides the time
/// that the tables take to arrive.
class Stage {
 public:
  explicit Stage(std::size_t longest) : numbers_(5 * longest), begin_(longest), longest_(longest) {}

  double* x() { return numbers_.data(); }
  double* y() { return x() + longest_; }
  double* z() { return y() + longest_; }
  double* inverse() { return z() + longest_; }     ///< 1/r, 0 beyond the cut-off
  double* p() { return inverse() + longest_; }     ///< place in the interval, from 0 to 1
  std::int32_t* begin() { return begin_.data(); }  ///< where the interval's numbers begin

  HWY_INLINE Separations separations(Tag d, std::size_t k) {
    return {hn::LoadU(d, x() + k), hn::LoadU(d, y() + k), hn::LoadU(d, z() + k)};
  }

 private:
  std::vector<double> numbers_;
  std::vector<std::int32_t> begin_;
  std::size_t longest_;
};

/// @param length numbers of an interval of `table`
template <int length>
HWY_INLINE void set(Tag d, const EamProblem& problem, const Place& from, std::size_t begin, std::size_t end,
                    const double* table, Stage& stage) {
  const hn::Rebind<std::int32_t, Tag> integers;
  const std::uint32_t* row = problem.runs.row().data();
  const auto* line = reinterpret_cast<const std::int32_t*>(problem.runs.line().data());
  const Vector square_cutoff = hn::Set(d, problem.cutoff * problem.cutoff);
  const Vector step = hn::Set(d, problem.lines.inverse_step());
  const auto count = static_cast<double>(problem.lines.intervals());
  const Vector intervals = hn::Set(d, count), last = hn::Set(d, count - 1);
  for (std::size_t k = begin, to = 0; k < end; k += hn::Lanes(d), to += hn::Lanes(d)) {
    Separations s = load<3>(d, problem.rows, row + k);
    s = {hn::Sub(s.x, from.x), hn::Sub(s.y, from.y), hn::Sub(s.z, from.z)};
    const Vector square = hn::MulAdd(s.z, s.z, hn::MulAdd(s.x, s.x, hn::Mul(s.y, s.y)));
    const Vector r = hn::Sqrt(square);
    hn::StoreU(s.x, d, stage.x() + to);
    hn::StoreU(s.y, d, stage.y() + to);
    hn::StoreU(s.z, d, stage.z() + to);
    hn::StoreU(hn::IfThenElseZero(hn::Lt(square, square_cutoff), hn::Div(hn::Set(d, 1.0), r)), d,
               stage.inverse() + to);
    // Beyond the table everything is as at its end.
    const Vector place = hn::Min(hn::Mul(r, step), intervals);
    const auto m = hn::DemoteTo(integers, hn::Min(place, last));
    hn::StoreU(hn::Sub(place, hn::PromoteTo(d, m)), d, stage.p() + to);
    std::int32_t* at = stage.begin() + to;
    hn::StoreU(hn::Mul(hn::Add(m, hn::LoadU(integers, line + k)), hn::Set(integers, length)), integers, at);
    for (std::size_t q = 0; q < hn::Lanes(d); ++q) hwy::Prefetch(table + at[q]);
  }
}

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
  Stage near_stage(problem.runs.longest()), far_stage(problem.runs.longest());
  const double *near = problem.lines.near(), *far = &problem.lines.far()->cubic;
  const std::uint32_t* begin = problem.runs.begin().data();
  double* slopes = problem.slopes;
  Vector energy = none, count = none;
  Virial virial(d);
  for (std::size_t i = 0; i < problem.atoms; ++i, begin += 2) {
    const Place from(d, problem.rows + 4 * i);
    const std::size_t near_pairs = begin[1] - begin[0], far_pairs = begin[2] - begin[1];
    set<symmetric ? 8 : 16>(d, problem, from, begin[0], begin[1], near, near_stage);
    set<4>(d, problem, from, begin[1], begin[2], far, far_stage);

    Vector density = none;
    const std::uint32_t* row = problem.runs.row().data() + begin[0];
    for (std::size_t k = 0; k < near_pairs; k += hn::Lanes(d), row += hn::Lanes(d)) {
      const Vector p = hn::LoadU(d, near_stage.p() + k), inverse = hn::LoadU(d, near_stage.inverse() + k);
      const auto within = hn::Ne(inverse, none);
      const std::int32_t* at = near_stage.begin() + k;
      const Cubic rho(load_columns(d, near, at), p), z(load_columns(d, near + 4, at), p);
      const PairEnergy phi(z, inverse, step);
      const Vector scale = hn::Mul(inverse, step);
      const Vector at_own = hn::IfThenElseZero(within, rho.value);
      energy = hn::Add(energy, phi.energy);
      density = hn::Add(density, at_own);
      hn::StoreU(phi.slope_over_r, d, slopes);
      hn::StoreU(hn::Mul(rho.slope, scale), d, slopes + hn::Lanes(d));
      slopes += 2 * hn::Lanes(d);
      if constexpr (symmetric) {
        add_to_fourth(d, problem.sums, row, at_own);
        count = counted(d, z.value, rho.value, within, count);
      } else {
        const Cubic other(load_columns(d, near + 8, at), p);
        hn::StoreU(hn::Mul(other.slope, scale), d, slopes);
        slopes += hn::Lanes(d);
        add_to_fourth(d, problem.sums, row, hn::IfThenElseZero(within, other.value));
        count = counted(d, z.value, hn::Or(rho.value, other.value), within, count);
      }
    }
    problem.sums[4 * i + 3] += total(d, density);

    Separations own{none, none, none};
    for (std::size_t k = 0; k < far_pairs; k += hn::Lanes(d), row += hn::Lanes(d)) {
      const Vector inverse = hn::LoadU(d, far_stage.inverse() + k);
      const auto within = hn::Ne(inverse, none);
      if (hn::AllFalse(d, within)) continue;
      const Cubic z(load_columns(d, far, far_stage.begin() + k), hn::LoadU(d, far_stage.p() + k));
      const PairEnergy phi(z, inverse, step);
      energy = hn::Add(energy, phi.energy);
      const Separations s = far_stage.separations(d, k);
      const Separations pull = times(phi.slope_over_r, s);
      virial.add(pull, s);
      add(own, pull);
      subtract_from_rows<3>(d, problem.sums, row, pull);
      count = counted(d, z.value, none, within, count);
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
