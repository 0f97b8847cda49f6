#include "elastoplastic/threshold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "elastoplastic/threshold.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::elastoplastic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<float, 8>;
using Integers = hn::RebindToSigned<Tag>;
using Vector = hn::Vec<Tag>;

/// Thresholds drawn at once.
constexpr std::size_t largest_block = 64;

HWY_INLINE Vector number(float x) { return hn::Set(Tag(), x); }

// ln(1 + x) / x from sqrt(1/2) to sqrt(2): interpolation at Chebyshev nodes, good to 3e-8. Powers are
// gathered in pairs, which a processor can work on at once.
HWY_INLINE Vector log1p_over_x(Vector x) {
  const auto x2 = hn::Mul(x, x), x4 = hn::Mul(x2, x2);
  const auto p01 = hn::MulAdd(number(-0.499999964f), x, number(0.999999974f));
  const auto p23 = hn::MulAdd(number(-0.250013522f), x, number(0.333341933f));
  const auto p45 = hn::MulAdd(number(-0.165779929f), x, number(0.199559334f));
  const auto p67 = hn::MulAdd(number(-0.142692582f), x, number(0.149774013f));
  const auto low = hn::MulAdd(p23, x2, p01);
  const auto high = hn::MulAdd(number(0.0853331305f), x4, hn::MulAdd(p67, x2, p45));
  return hn::MulAdd(high, x4, low);
}

/// x = mantissa * 2^exponent with a mantissa from sqrt(1/2) to sqrt(2), x > 0 and normal.
struct Parts {
  Vector mantissa_less_one, exponent;
};

HWY_INLINE Parts parts(Vector x) {
  const Tag d;
  const Integers integers;
  const auto bits = hn::BitCast(integers, x);
  const auto root_half = hn::Set(integers, 0x3f3504f3);  // the bits of sqrt(1/2)
  const auto exponent = hn::ShiftRight<23>(hn::Sub(bits, root_half));
  const auto mantissa = hn::BitCast(d, hn::Sub(bits, hn::ShiftLeft<23>(exponent)));
  return {hn::Sub(mantissa, hn::Set(d, 1.0f)), hn::ConvertTo(d, exponent)};
}

// 2^x, good to 3e-9 before rounding; not below the least normal number.
HWY_INLINE Vector exp2(Vector x) {
  const Tag d;
  const Integers integers;
  const auto whole = hn::Round(hn::Min(hn::Max(x, number(-125.0f)), number(120.0f)));
  const auto f = hn::Min(hn::Max(hn::Sub(x, whole), number(-0.5f)), number(0.5f));
  const auto f2 = hn::Mul(f, f);
  const auto p01 = hn::MulAdd(number(0.693147207f), f, number(1.0f));
  const auto p23 = hn::MulAdd(number(0.0555032723f), f, number(0.240226509f));
  const auto p45 = hn::MulAdd(number(0.00134004282f), f, number(0.00961805668f));
  const auto high = hn::MulAdd(number(0.000154614447f), f2, p45);
  const auto fraction = hn::MulAdd(hn::MulAdd(high, f2, p23), f2, p01);
  const auto power = hn::ShiftLeft<23>(hn::ConvertTo(integers, whole));
  return hn::BitCast(d, hn::Add(hn::BitCast(integers, fraction), power));
}

// Turns words into scale (-ln(1 - w))^(1/shape), w in (0, 1), in single precision: far finer than any
// experiment can tell, and relatively so down to the smallest thresholds. Lengths are whole vectors, at most
// `largest_block` numbers. In three passes: each vector waits long for itself, and little for the others.
void weibull(const std::uint32_t* words, std::size_t count, float inverse_shape, float scale, float* values) {
  const Tag d;
  const auto one = hn::Set(d, 1.0f), zero = hn::Zero(d);
  const auto ln2 = hn::Set(d, 0.693147181f), inverse_ln2 = hn::Set(d, 1.44269504f);
  // The middle of one of 2^31 cells, and never 1, whose logarithm would be no threshold.
  const auto half = hn::Set(d, 0x1p-32f), cell = hn::Set(d, 0x1p-31f), most = hn::Set(d, 1 - 0x1p-24f);
  HWY_ALIGN std::array<float, largest_block> hazards, logarithms;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto bits = hn::ShiftRight<1>(hn::LoadU(hn::RebindToUnsigned<Tag>(), words + i));
    const auto w = hn::Min(hn::MulAdd(hn::ConvertTo(d, hn::BitCast(Integers(), bits)), cell, half), most);
    // Near 1, the survivors 1 - w have lost the digits that w still has.
    const auto survivors = parts(hn::Sub(one, w));
    const auto early = hn::Lt(w, hn::Set(d, 0.25f));
    const auto x = hn::IfThenElse(early, hn::Neg(w), survivors.mantissa_less_one);
    const auto exponent = hn::IfThenElse(early, zero, survivors.exponent);
    hn::Store(hn::Neg(hn::MulAdd(exponent, ln2, hn::Mul(x, log1p_over_x(x)))), d, &hazards[i]);
  }
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto h = parts(hn::Load(d, &hazards[i]));
    const auto log2_hazard =
        hn::MulAdd(hn::Mul(h.mantissa_less_one, inverse_ln2), log1p_over_x(h.mantissa_less_one), h.exponent);
    hn::Store(hn::Mul(log2_hazard, hn::Set(d, inverse_shape)), d, &logarithms[i]);
  }
  for (std::size_t i = 0; i < count; i += hn::Lanes(d))
    hn::StoreU(hn::Mul(hn::Set(d, scale), exp2(hn::Load(d, &logarithms[i]))), d, values + i);
}

}  // namespace vitrum::elastoplastic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::elastoplastic {

HWY_EXPORT(weibull);

void WeibullThresholds::draw(RandomStream& random, std::span<double> thresholds) const {
  constexpr std::size_t block = HWY_NAMESPACE::largest_block;
  std::array<std::uint64_t, block / 2> words;
  std::array<std::uint32_t, block> halves;
  std::array<float, block> values;
  for (std::size_t begin = 0; begin < thresholds.size(); begin += block) {
    const std::size_t count = std::min(block, thresholds.size() - begin);
    const std::size_t whole = (count + 7) / 8 * 8;
    const std::size_t drawn = (count + 1) / 2;
    random.fill({words.data(), drawn});
    std::fill(words.begin() + static_cast<std::ptrdiff_t>(drawn),
              words.begin() + static_cast<std::ptrdiff_t>(whole / 2), 0);
    for (std::size_t i = 0; i < whole / 2; ++i) {
      halves[2 * i] = static_cast<std::uint32_t>(words[i]);
      halves[2 * i + 1] = static_cast<std::uint32_t>(words[i] >> 32);
    }
    HWY_DYNAMIC_DISPATCH(weibull)
    (halves.data(), whole, static_cast<float>(1.0 / shape_), static_cast<float>(scale_), values.data());
    std::copy_n(values.begin(), count, thresholds.begin() + static_cast<std::ptrdiff_t>(begin));
  }
}

double WeibullThresholds::mean() const { return scale_ * std::tgamma(1.0 + 1.0 / shape_); }

void FixedThresholds::draw(RandomStream& random, std::span<double> thresholds) const {
  (void)random;
  std::fill(thresholds.begin(), thresholds.end(), threshold_);
}

}  // namespace vitrum::elastoplastic
#endif
