#include "elastoplastic/slip_rule.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numbers>
#include <vector>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "elastoplastic/slip_rule.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::elastoplastic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, 4>;
using Vector = hn::Vec<Tag>;

template <std::size_t terms>
HWY_INLINE Vector series(const double (&coefficients)[terms], Vector x) {
  const Tag d;
  Vector sum = hn::Set(d, coefficients[0]);
  for (std::size_t i = 1; i < terms; ++i) sum = hn::MulAdd(sum, x, hn::Set(d, coefficients[i]));
  return sum;
}

// Sines and cosines of `angles`, all between -pi/4 and pi/4, by their Taylor series, which ends there below
// rounding (2e-17). Lengths are whole vectors of four.
void turn(const double* angles, std::size_t count, double* sines, double* cosines) {
  const double sine[] = {-1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880,
                         -1.0 / 5040,          1.0 / 120,        -1.0 / 6};
  const double cosine[] = {
      -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24, -0.5};
  const Tag d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector x = hn::LoadU(d, angles + i);
    const Vector s = hn::Mul(x, x);
    hn::StoreU(hn::MulAdd(hn::Mul(x, s), series(sine, s), x), d, sines + i);
    hn::StoreU(hn::MulAdd(s, series(cosine, s), hn::Set(d, 1.0)), d, cosines + i);
  }
}

}  // namespace vitrum::elastoplastic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::elastoplastic {

HWY_EXPORT(turn);

// A group is four directions at right angles in the plane of deviators, so an angle within one quarter
// turn stands for all of them: no sine of a large angle is needed.
void RandomAngles::draw(RandomStream& random, const SlipPairs& systems) const {
  constexpr double cell = 0.5 * std::numbers::pi * 0x1p-32;  // of 2^32 in a quarter turn
  constexpr std::size_t block = 16;
  std::array<std::uint64_t, block / 2> words{};
  std::array<double, block> angles, sines, cosines;
  for (std::size_t begin = 0; begin < groups_; begin += block) {
    const std::size_t count = std::min(block, groups_ - begin);
    const std::size_t whole = (count + 3) / 4 * 4;
    random.fill({words.data(), (count + 1) / 2});
    for (std::size_t i = 0; i < whole; ++i) {
      const auto half = static_cast<std::uint32_t>(words[i / 2] >> (i % 2 == 0 ? 0 : 32));
      angles[i] = (static_cast<double>(half) + 0.5 - 0x1p31) * cell;
    }
    HWY_DYNAMIC_DISPATCH(turn)(angles.data(), whole, sines.data(), cosines.data());
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t pair = 2 * (begin + i);
      systems.diagonal[pair] = sines[i], systems.shear[pair] = cosines[i];
      systems.diagonal[pair + 1] = cosines[i], systems.shear[pair + 1] = -sines[i];
    }
  }
  thread_local std::vector<double> thresholds;
  thresholds.resize(2 * pairs());
  law_->draw(random, thresholds);
  const auto half = thresholds.begin() + static_cast<std::ptrdiff_t>(pairs());
  std::copy(thresholds.begin(), half, systems.forward.begin());
  std::copy(half, thresholds.end(), systems.backward.begin());
}

void FixedAngles::draw(RandomStream& random, const SlipPairs& systems) const {
  systems.diagonal[0] = 0, systems.shear[0] = 1;
  law_->draw(random, systems.forward);
  systems.backward[0] = systems.forward[0];
}

}  // namespace vitrum::elastoplastic
#endif
