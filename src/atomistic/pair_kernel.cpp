#include "atomistic/pair_kernel.h"

#include <vector>

// This file is compiled once for each instruction set; sum_pairs() takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/pair_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, PairRuns::lanes>;
using Vector = hn::Vec<Tag>;
using Half = hn::Half<Tag>;

struct Separations {
  Vector x, y, z;
};

// Rows of four slots are turned into vectors of x, y and z, and back. That costs fewer instructions than
// gathering and scattering single numbers.

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
HWY_INLINE Separations load(Tag d, const double* rows, const std::uint32_t* row) {
  HWY_ALIGN double x[PairRuns::lanes], y[PairRuns::lanes], z[PairRuns::lanes];
  for (std::size_t k = 0; k < hn::Lanes(d); ++k) {
    const double* r = rows + row[k];
    x[k] = r[0], y[k] = r[1], z[k] = Dimension == 3 ? r[2] : 0.0;
  }
  return {hn::Load(d, x), hn::Load(d, y), hn::Load(d, z)};
}

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

/// U'(r)/r and U''(r) of a vector of pairs.
struct Stiffnesses {
  Vector slope_over_r, curvature;
};

/// Energy U and U'(r)/r of a vector of pairs.
struct Law {
  Vector energy, slope_over_r;
};

/// LennardJones for vectors, from squared distances. The coefficients lie in memory, each as often as
/// a vector has lanes: there are more of them than registers, and arithmetic takes one operand from memory.
class Laws {
 public:
  enum Coefficient : std::size_t {
    inner,
    inner_square,
    outer_square,
    repulsion,
    attraction,
    shift,
    repulsion_12,
    attraction_6,
    c0,
    c1,
    c2,
    c3,
    c4,
    c2_2,
    c3_3,
    c4_4,
    repulsion_156,
    attraction_42,
    c3_6,
    c4_12,
    coefficients
  };

  static void write(const LennardJones& p, std::vector<double>& table) {
    const auto c = p.tail();
    for (const double v : {p.inner(),
                           p.inner_square(),
                           p.outer_square(),
                           p.repulsion(),
                           p.attraction(),
                           p.shift(),
                           12 * p.repulsion(),
                           6 * p.attraction(),
                           c[0],
                           c[1],
                           c[2],
                           c[3],
                           c[4],
                           2 * c[2],
                           3 * c[3],
                           4 * c[4],
                           156 * p.repulsion(),
                           42 * p.attraction(),
                           6 * c[3],
                           12 * c[4]})
      table.insert(table.end(), PairRuns::lanes, v);
  }

  HWY_INLINE explicit Laws(const double* table) : table_(table) {}

  HWY_INLINE Law core(Vector inverse2) const {
    const Vector inverse6 = hn::Mul(hn::Mul(inverse2, inverse2), inverse2);
    return {
        hn::MulAdd(inverse6, hn::MulSub(get(repulsion), inverse6, get(attraction)), get(shift)),
        hn::Mul(hn::Mul(inverse6, inverse2), hn::NegMulAdd(get(repulsion_12), inverse6, get(attraction_6)))};
  }

  HWY_INLINE Law tail(Vector square, Vector inverse2) const {
    const Vector r = hn::Sqrt(square);
    const Vector t = hn::Sub(r, get(inner));
    const Vector slope =
        hn::MulAdd(t, hn::MulAdd(t, hn::MulAdd(t, get(c4_4), get(c3_3)), get(c2_2)), get(c1));
    return {hn::MulAdd(t, hn::MulAdd(t, hn::MulAdd(t, hn::MulAdd(t, get(c4), get(c3)), get(c2)), get(c1)),
                       get(c0)),
            hn::Mul(slope, hn::Mul(r, inverse2))};
  }

  HWY_INLINE Vector core_curvature(Vector inverse2) const {
    const Vector inverse6 = hn::Mul(hn::Mul(inverse2, inverse2), inverse2);
    return hn::Mul(hn::Mul(inverse6, inverse2), hn::MulSub(get(repulsion_156), inverse6, get(attraction_42)));
  }

  HWY_INLINE Vector tail_curvature(Vector square) const {
    const Vector t = hn::Sub(hn::Sqrt(square), get(inner));
    return hn::MulAdd(t, hn::MulAdd(t, get(c4_12), get(c3_6)), get(c2_2));
  }

  HWY_INLINE Stiffnesses stiffnesses(Tag d, Vector square, Vector inverse2) const {
    const auto inside = hn::Lt(square, get(inner_square));
    Stiffnesses k{core(inverse2).slope_over_r, core_curvature(inverse2)};
    if (hn::AllTrue(d, inside)) return k;
    const auto within = hn::Lt(square, get(outer_square));
    const auto choose = [&](Vector near, Vector far) HWY_ATTR {
      return hn::IfThenElseZero(within, hn::IfThenElse(inside, near, far));
    };
    return {choose(k.slope_over_r, tail(square, inverse2).slope_over_r),
            choose(k.curvature, tail_curvature(square))};
  }

  HWY_INLINE Vector get(Coefficient k) const { return hn::LoadU(Tag(), table_ + k * PairRuns::lanes); }

 private:
  const double* table_;
};

HWY_INLINE double total(Tag d, Vector v) { return hn::GetLane(hn::SumOfLanes(d, v)); }

std::vector<double> table_of(const PairPotentials& potentials) {
  std::vector<double> table;
  for (int a = 0; a < potentials.species(); ++a)
    for (int b = 0; b < potentials.species(); ++b) Laws::write(potentials.between(a, b), table);
  return table;
}

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

void blocks_for_target(const PairProblem& problem, double* blocks) {
  const Tag d;
  const std::uint32_t* all_rows = problem.runs.row().data();
  const std::uint32_t* begin = problem.runs.begin().data();
  const int species = problem.potentials.species();
  const double* rows = problem.rows;
  const std::vector<double> table = table_of(problem.potentials);
  constexpr std::size_t stride_of_table = Laws::coefficients * PairRuns::lanes;
  const auto atoms = static_cast<int>(problem.species.size());
  for (int i = 0; i < atoms; ++i) {
    const Vector xi = hn::Set(d, rows[2 * i]), yi = hn::Set(d, rows[2 * i + 1]);
    const int own_species = problem.species[static_cast<std::size_t>(i)];
    for (int b = 0; b < species; ++b, ++begin) {
      const Laws laws(&table[stride_of_table * static_cast<std::size_t>(own_species * species + b)]);
      for (std::uint32_t k = begin[0]; k < begin[1]; k += static_cast<std::uint32_t>(hn::Lanes(d))) {
        const Separations to = load<2>(d, rows, all_rows + k);
        const Vector x = hn::Sub(to.x, xi), y = hn::Sub(to.y, yi);
        const Vector square = hn::MulAdd(x, x, hn::Mul(y, y));
        const Vector inverse2 = hn::Div(hn::Set(d, 1.0), square);
        const Stiffnesses found = laws.stiffnesses(d, square, inverse2);
        const Vector along = hn::Mul(hn::Sub(found.curvature, found.slope_over_r), inverse2);
        double* out = blocks + 3 * (k / PairRuns::lanes * PairRuns::lanes) + k % PairRuns::lanes;
        hn::StoreU(hn::MulAdd(hn::Mul(along, x), x, found.slope_over_r), d, out);
        hn::StoreU(hn::MulAdd(hn::Mul(along, y), y, found.slope_over_r), d, out + PairRuns::lanes);
        hn::StoreU(hn::Mul(hn::Mul(along, x), y), d, out + 2 * PairRuns::lanes);
      }
    }
  }
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(sum_for_target);
HWY_EXPORT(blocks_for_target);

PairSums sum_pairs(const PairProblem& problem, double* forces) {
  return HWY_DYNAMIC_DISPATCH(sum_for_target)(problem, forces);
}

void pair_blocks(const PairProblem& problem, double* blocks) {
  HWY_DYNAMIC_DISPATCH(blocks_for_target)(problem, blocks);
}

}  // namespace vitrum::atomistic
#endif
