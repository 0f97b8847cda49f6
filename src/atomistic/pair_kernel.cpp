#include "atomistic/pair_kernel.h"

#include <vector>

// This file is compiled once for each instruction set; sum_pairs() takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/pair_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>
// not sorted
#include "atomistic/pair_laws-inl.h"

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

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

template <int Dimension>
PairSums sum(const PairProblem& problem, double* forces) {
  constexpr bool deep = Dimension == 3;
  constexpr int stride = deep ? 4 : 2;
  const Tag d;
  const std::uint32_t* all_rows = problem.runs.row().data();
  const std::uint32_t* begin = problem.runs.begin().data();
  const int species = problem.potentials.species();
  const double* rows = problem.rows;
  const Vector one = hn::Set(d, 1.0), none = hn::Zero(d);
  Vector energy = none, xx = none, yy = none, xy = none, zz = none, yz = none, xz = none;
  PairSums sums;

  const std::vector<double> table = table_of(problem.potentials);
  constexpr std::size_t stride_of_table = Laws::coefficients * PairRuns::lanes;

  const auto atoms = static_cast<int>(problem.species.size());
  for (int i = 0; i < atoms; ++i) {
    const Vector xi = hn::Set(d, rows[stride * i]), yi = hn::Set(d, rows[stride * i + 1]);
    const Vector zi = deep ? hn::Set(d, rows[stride * i + 2]) : none;
    Separations own{none, none, none};
    for (int b = 0; b < species; ++b, ++begin) {
      const auto own_species = static_cast<std::size_t>(problem.species[static_cast<std::size_t>(i)]);
      const Laws laws(&table[stride_of_table * (own_species * static_cast<std::size_t>(species) +
                                                static_cast<std::size_t>(b))]);
      for (const std::uint32_t *row = all_rows + begin[0], *end = all_rows + begin[1]; row < end;
           row += hn::Lanes(d)) {
        Separations s = load<Dimension>(d, rows, row);
        s = {hn::Sub(s.x, xi), hn::Sub(s.y, yi), deep ? hn::Sub(s.z, zi) : none};
        Vector square = hn::MulAdd(s.x, s.x, hn::Mul(s.y, s.y));
        if constexpr (deep) square = hn::MulAdd(s.z, s.z, square);
        const auto within = hn::Lt(square, laws.get(Laws::outer_square));
        if (hn::AllFalse(d, within)) continue;
        const auto inside = hn::Lt(square, laws.get(Laws::inner_square));
        const Vector inverse2 = hn::Div(one, square);
        Law law = laws.core(inverse2);
        if (!hn::AllTrue(d, inside)) {
          const Law tail = laws.tail(square, inverse2);
          law.energy = hn::IfThenElseZero(within, hn::IfThenElse(inside, law.energy, tail.energy));
          law.slope_over_r =
              hn::IfThenElseZero(within, hn::IfThenElse(inside, law.slope_over_r, tail.slope_over_r));
        }
        sums.pairs += static_cast<std::int64_t>(hn::CountTrue(d, within));
        const Separations pull{hn::Mul(law.slope_over_r, s.x), hn::Mul(law.slope_over_r, s.y),
                               deep ? hn::Mul(law.slope_over_r, s.z) : none};
        energy = hn::Add(energy, law.energy);
        xx = hn::MulAdd(pull.x, s.x, xx);
        yy = hn::MulAdd(pull.y, s.y, yy);
        xy = hn::MulAdd(pull.x, s.y, xy);
        own.x = hn::Add(own.x, pull.x);
        own.y = hn::Add(own.y, pull.y);
        if constexpr (deep) {
          zz = hn::MulAdd(pull.z, s.z, zz);
          yz = hn::MulAdd(pull.y, s.z, yz);
          xz = hn::MulAdd(pull.x, s.z, xz);
          own.z = hn::Add(own.z, pull.z);
        }
        subtract_from_rows<Dimension>(d, forces, row, pull);
      }
    }
    forces[stride * i] += total(d, own.x);
    forces[stride * i + 1] += total(d, own.y);
    if constexpr (deep) forces[stride * i + 2] += total(d, own.z);
  }
  sums.energy = total(d, energy);
  sums.virial.xx = total(d, xx), sums.virial.yy = total(d, yy), sums.virial.xy = total(d, xy);
  sums.virial.zz = total(d, zz), sums.virial.yz = total(d, yz), sums.virial.xz = total(d, xz);
  return sums;
}

PairSums sum_for_target(const PairProblem& problem, double* forces) {
  return problem.dimension == 2 ? sum<2>(problem, forces) : sum<3>(problem, forces);
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(sum_for_target);

PairSums sum_pairs(const PairProblem& problem, double* forces) {
  return HWY_DYNAMIC_DISPATCH(sum_for_target)(problem, forces);
}

}  // namespace vitrum::atomistic
#endif
