#include "atomistic/pair_kernel.h"

#include <cmath>

// Compiled for AVX2 and for any x86-64; the loader takes what the machine has. Both give the same bits:
// division and square root are exact, and multiplications and additions are never fused.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define VITRUM_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define VITRUM_VECTOR_CLONES
#endif

namespace vitrum::atomistic {

namespace {

struct Coefficients {
  const double *inner, *inner_square, *outer_square, *repulsion, *attraction, *shift, *c0, *c1, *c2, *c3, *c4;
};

VITRUM_VECTOR_CLONES void evaluate_pairs(std::size_t count, const Coefficients c,
                                         const double* __restrict square, double* __restrict energy,
                                         double* __restrict slope_over_r) {
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC ivdep  // results are arrays of their own
#endif
  for (std::size_t k = 0; k < count; ++k) {
    const double r = std::sqrt(square[k]);
    const double inverse = 1.0 / r;
    const double inverse2 = inverse * inverse;
    const double inverse6 = inverse2 * inverse2 * inverse2;
    const double core = inverse6 * (c.repulsion[k] * inverse6 - c.attraction[k]) + c.shift[k];
    const double core_slope =
        inverse6 * (6.0 * c.attraction[k] - 12.0 * c.repulsion[k] * inverse6) * inverse2;
    const double t = r - c.inner[k];
    const double tail = c.c0[k] + t * (c.c1[k] + t * (c.c2[k] + t * (c.c3[k] + t * c.c4[k])));
    const double tail_slope =
        (c.c1[k] + t * (2.0 * c.c2[k] + t * (3.0 * c.c3[k] + t * (4.0 * c.c4[k])))) * inverse;
    const bool inside = square[k] < c.inner_square[k], beyond = square[k] >= c.outer_square[k];
    const double u = inside ? core : tail;
    const double g = inside ? core_slope : tail_slope;
    energy[k] = beyond ? 0.0 : u;
    slope_over_r[k] = beyond ? 0.0 : g;
  }
}

}  // namespace

void PairCoefficients::clear() {
  for (auto* array : {&inner_, &inner_square_, &outer_square_, &repulsion_, &attraction_, &shift_, &c0_, &c1_,
                      &c2_, &c3_, &c4_})
    array->clear();
}

void PairCoefficients::add(const SmoothedLennardJones& p) {
  inner_.push_back(p.inner()), inner_square_.push_back(p.inner_square());
  outer_square_.push_back(p.outer_square());
  repulsion_.push_back(p.repulsion()), attraction_.push_back(p.attraction()), shift_.push_back(p.shift());
  const auto c = p.tail();
  c0_.push_back(c[0]), c1_.push_back(c[1]), c2_.push_back(c[2]), c3_.push_back(c[3]), c4_.push_back(c[4]);
}

void PairCoefficients::evaluate(std::size_t begin, std::size_t count, const double* square, double* energy,
                                double* slope_over_r) const {
  const Coefficients c{
      &inner_[begin], &inner_square_[begin], &outer_square_[begin], &repulsion_[begin], &attraction_[begin],
      &shift_[begin], &c0_[begin],           &c1_[begin],           &c2_[begin],        &c3_[begin],
      &c4_[begin]};
  evaluate_pairs(count, c, square, energy, slope_over_r);
}

}  // namespace vitrum::atomistic
