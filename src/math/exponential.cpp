#include "math/exponential.h"

#include <cstddef>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "math/exponential.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// One way for all places: a value must not depend on where in the array it stands.
void exponential(double* values, std::size_t count) {
  const hn::CappedTag<double, 4> d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) hn::StoreU(hn::Exp(d, hn::LoadU(d, values + i)), d, values + i);
  const hn::CappedTag<double, 1> one;
  for (; i < count; ++i) hn::StoreU(hn::Exp(one, hn::LoadU(one, values + i)), one, values + i);
}

}  // namespace vitrum::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum {

HWY_EXPORT(exponential);

void exponential(std::span<double> values) {
  HWY_DYNAMIC_DISPATCH(exponential)(values.data(), values.size());
}

}  // namespace vitrum
#endif
