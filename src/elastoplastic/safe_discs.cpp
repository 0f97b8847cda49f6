#include "elastoplastic/safe_discs.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "elastoplastic/safe_discs.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::elastoplastic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, 4>;

// Writes the elements whose stress is not within their disc, and says how many. Mostly the stress is as it
// stands: then there is less to do.
template <bool moved>
std::size_t search(const double* HWY_RESTRICT diagonal, const double* HWY_RESTRICT shear,
                   const double* HWY_RESTRICT centre_d, const double* HWY_RESTRICT centre_s,
                   const double* HWY_RESTRICT radius, double load_d, double load_s, double around,
                   std::size_t elements, std::size_t* HWY_RESTRICT found) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t count = 0, i = 0;
  for (; i + lanes <= elements; i += lanes) {
    auto x = hn::LoadU(d, diagonal + i), y = hn::LoadU(d, shear + i), rest = hn::LoadU(d, radius + i);
    if constexpr (moved) {
      x = hn::Add(x, hn::Set(d, load_d)), y = hn::Add(y, hn::Set(d, load_s));
      rest = hn::Max(hn::Sub(rest, hn::Set(d, around)), hn::Zero(d));
    }
    x = hn::Sub(x, hn::LoadU(d, centre_d + i)), y = hn::Sub(y, hn::LoadU(d, centre_s + i));
    // Not "too far away", but "not near enough": a stress that is no number must be looked at.
    const auto away = hn::Not(hn::Lt(hn::MulAdd(x, x, hn::Mul(y, y)), hn::Mul(rest, rest)));
    if (hn::AllFalse(d, away)) continue;
    std::uint8_t bits[8] = {};
    hn::StoreMaskBits(d, away, bits);
    for (unsigned left = bits[0]; left != 0; left &= left - 1)
      found[count++] = i + static_cast<std::size_t>(std::countr_zero(left));
  }
  for (; i < elements; ++i) {
    const double x = (diagonal[i] + load_d) - centre_d[i];
    const double y = (shear[i] + load_s) - centre_s[i];
    const double rest = radius[i] - around;
    found[count] = i;
    count += rest > 0 && x * x + y * y < rest * rest ? 0 : 1;
  }
  return count;
}

std::size_t outside(const double* diagonal, const double* shear, const double* centre_d,
                    const double* centre_s, const double* radius, double load_d, double load_s, double around,
                    std::size_t elements, std::size_t* found) {
  const bool moved = load_d != 0 || load_s != 0 || around != 0;
  const auto chosen = moved ? search<true> : search<false>;
  return chosen(diagonal, shear, centre_d, centre_s, radius, load_d, load_s, around, elements, found);
}

}  // namespace vitrum::elastoplastic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::elastoplastic {

HWY_EXPORT(outside);

SafeDiscs::SafeDiscs(std::size_t elements, double pressure_sensitivity)
    : sensitivity_(pressure_sensitivity), centre_(elements, pressure_sensitivity != 0), radius_(elements) {}

void SafeDiscs::forget_all() { std::fill(radius_.begin(), radius_.end(), 0.0); }

std::size_t SafeDiscs::find_unsafe(const StressField& stress, const Deviator& load, double around,
                                   std::span<std::size_t> unsafe) const {
  if (!centre_.has_pressure())
    return HWY_DYNAMIC_DISPATCH(outside)(stress.diagonal.data(), stress.shear.data(), centre_.diagonal.data(),
                                         centre_.shear.data(), radius_.data(), load.diagonal, load.shear,
                                         around, radius_.size(), unsafe.data());
  std::size_t count = 0;
  for (std::size_t i = 0; i < radius_.size(); ++i) {
    const Deviator change{stress.diagonal[i] + load.diagonal - centre_.diagonal[i],
                          stress.shear[i] + load.shear - centre_.shear[i]};
    const double away = length(change) + std::abs(sensitivity_ * (stress.pressure[i] - centre_.pressure[i]));
    unsafe[count] = i;
    count += away + around < radius_[i] ? 0 : 1;
  }
  return count;
}

}  // namespace vitrum::elastoplastic
#endif
