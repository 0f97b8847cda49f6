#include "atomistic/spring_kernel.h"

#include "atomistic/spring_network.h"

// This file is compiled once for each instruction set; pull_springs() takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "atomistic/spring_kernel.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::atomistic::HWY_NAMESPACE {

#if HWY_MAX_BYTES >= 32

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<float, SpringNetwork::lanes>;
using Vector = hn::Vec<Tag>;

/// As many rows of displacements, two or four numbers each, as fill a vector. Two numbers move as one of
/// twice the size.
template <int Dimension>
HWY_INLINE Vector load_rows(const float* displacements, const std::uint32_t* row) {
  const hn::CappedTag<double, 4> all;
  const hn::CappedTag<double, 2> half;
  const hn::CappedTag<double, 1> quarter;
  const auto at = [&](int k) HWY_ATTR { return reinterpret_cast<const double*>(displacements + row[k]); };
  if constexpr (Dimension == 3) {
    return hn::BitCast(Tag(), hn::Combine(all, hn::LoadU(half, at(1)), hn::LoadU(half, at(0))));
  } else {
    const auto low = hn::Combine(half, hn::LoadU(quarter, at(1)), hn::LoadU(quarter, at(0)));
    const auto high = hn::Combine(half, hn::LoadU(quarter, at(3)), hn::LoadU(quarter, at(2)));
    return hn::BitCast(Tag(), hn::Combine(all, high, low));
  }
}

template <int Dimension>
HWY_INLINE Vector add_force(Vector force, Vector u, const float* columns) {
  const Tag d;
  constexpr std::size_t next = SpringNetwork::lanes;
  if constexpr (Dimension == 2) {
    force = hn::MulAdd(hn::DupEven(u), hn::LoadU(d, columns), force);
    return hn::MulAdd(hn::DupOdd(u), hn::LoadU(d, columns + next), force);
  } else {
    force = hn::MulAdd(hn::Broadcast<0>(u), hn::LoadU(d, columns), force);
    force = hn::MulAdd(hn::Broadcast<1>(u), hn::LoadU(d, columns + next), force);
    return hn::MulAdd(hn::Broadcast<2>(u), hn::LoadU(d, columns + 2 * next), force);
  }
}

template <int Dimension>
void pull(const SpringProblem& problem, const float* displacements, float* forces) {
  constexpr std::size_t stride = row_length(Dimension);
  constexpr std::size_t group = SpringNetwork::lanes / stride;
  const Tag d;
  HWY_ALIGN float row[SpringNetwork::lanes];
  for (std::size_t a = 0; a < problem.rows; ++a) {
    for (std::size_t k = 0; k < SpringNetwork::lanes; ++k) row[k] = displacements[stride * a + k % stride];
    const Vector own = hn::Load(d, row);
    Vector force = hn::Zero(d);
    for (std::size_t g = problem.begin[a]; g < problem.begin[a + 1]; ++g)
      force = add_force<Dimension>(force,
                                   hn::Sub(load_rows<Dimension>(displacements, problem.row + group * g), own),
                                   problem.columns + Dimension * SpringNetwork::lanes * g);
    hn::Store(force, d, row);
    for (std::size_t k = 0; k < stride; ++k) {
      float total = row[k];
      for (std::size_t part = k + stride; part < SpringNetwork::lanes; part += stride) total += row[part];
      forces[stride * a + k] = total;
    }
  }
}

#else  // short vectors: number by number

template <int Dimension>
void pull(const SpringProblem& problem, const float* displacements, float* forces) {
  constexpr std::size_t stride = row_length(Dimension), group = SpringNetwork::lanes / stride;
  for (std::size_t a = 0; a < problem.rows; ++a) {
    float* force = forces + stride * a;
    for (std::size_t k = 0; k < stride; ++k) force[k] = 0;
    for (std::size_t n = group * problem.begin[a]; n < group * problem.begin[a + 1]; ++n) {
      const float* block =
          problem.columns + Dimension * SpringNetwork::lanes * (n / group) + stride * (n % group);
      for (std::size_t c = 0; c < Dimension; ++c)
        for (std::size_t k = 0; k < Dimension; ++k)
          force[k] += block[SpringNetwork::lanes * c + k] *
                      (displacements[problem.row[n] + c] - displacements[stride * a + c]);
    }
  }
}

#endif

void pull_for_target(const SpringProblem& problem, const float* displacements, float* forces) {
  problem.dimension == 2 ? pull<2>(problem, displacements, forces) : pull<3>(problem, displacements, forces);
}

}  // namespace vitrum::atomistic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::atomistic {

HWY_EXPORT(pull_for_target);

void pull_springs(const SpringProblem& problem, const float* displacements, float* forces) {
  HWY_DYNAMIC_DISPATCH(pull_for_target)(problem, displacements, forces);
}

}  // namespace vitrum::atomistic
#endif
