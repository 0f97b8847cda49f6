// Pair potentials on vector units, for the kernels. Included once for each instruction set, after highway.h.
#include <vector>

#include "atomistic/pair_potential.h"
#include "atomistic/pair_runs.h"

#if defined(VITRUM_PAIR_LAWS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef VITRUM_PAIR_LAWS_INL
#undef VITRUM_PAIR_LAWS_INL
#else
#define VITRUM_PAIR_LAWS_INL
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

inline std::vector<double> table_of(const PairPotentials& potentials) {
  std::vector<double> table;
  for (int a = 0; a < potentials.species(); ++a)
    for (int b = 0; b < potentials.species(); ++b) Laws::write(potentials.between(a, b), table);
  return table;
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
