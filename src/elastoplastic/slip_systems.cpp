#include "elastoplastic/slip_systems.h"

#include <algorithm>

// This file is compiled once for each instruction set; each function takes the best that the processor has.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "elastoplastic/slip_systems.cpp"
#include <hwy/foreach_target.h>  // must precede highway.h
// not sorted
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace vitrum::elastoplastic::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, 4>;
using Vector = hn::Vec<Tag>;

struct Pairs {
  const double* data;
  std::size_t stride;  // of each array, whole vectors

  Vector resolved(const Deviator& stress, std::size_t i) const {
    const Tag d;
    return hn::MulAdd(hn::LoadU(d, data + i), hn::Set(d, stress.diagonal),
                      hn::Mul(hn::LoadU(d, data + stride + i), hn::Set(d, stress.shear)));
  }
  Vector threshold(std::size_t array, const ThresholdShift& shift, std::size_t i) const {
    const Tag d;
    const Vector drawn = hn::LoadU(d, data + array * stride + i);
    return hn::Max(hn::Add(drawn, hn::Set(d, shift.shift)), hn::Set(d, shift.floor));
  }
};

double lowest_distance(const double* data, std::size_t stride, const Deviator& stress,
                       const ThresholdShift& shift) {
  const Tag d;
  const Pairs pairs{data, stride};
  Vector lowest = hn::Set(d, std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
    const Vector resolved = pairs.resolved(stress, i);
    const Vector forward = hn::Sub(pairs.threshold(2, shift, i), resolved);
    const Vector backward = hn::Add(pairs.threshold(3, shift, i), resolved);
    lowest = hn::Min(lowest, hn::Min(forward, backward));
  }
  return hn::GetLane(hn::MinOfLanes(d, lowest));
}

// Who has the lowest distance: the first forward or, if none of these, reverse system.
std::size_t weakest(const double* data, std::size_t stride, const Deviator& stress,
                    const ThresholdShift& shift, double lowest_distance) {
  const Tag d;
  const Pairs pairs{data, stride};
  const Vector lowest = hn::Set(d, lowest_distance);
  std::size_t reverse = 0;  // system number of the first reverse system, 0: none yet
  for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
    const Vector resolved = pairs.resolved(stress, i);
    const auto forward =
        hn::FindFirstTrue(d, hn::Eq(hn::Sub(pairs.threshold(2, shift, i), resolved), lowest));
    if (forward >= 0) return 2 * (i + static_cast<std::size_t>(forward));
    const auto backward =
        hn::FindFirstTrue(d, hn::Eq(hn::Add(pairs.threshold(3, shift, i), resolved), lowest));
    if (backward >= 0 && reverse == 0) reverse = 2 * (i + static_cast<std::size_t>(backward)) + 1;
  }
  return reverse;
}

// `out`: distances of all forward systems, then of all reverse ones, each padded to the stride.
void all_distances(const double* data, std::size_t stride, const Deviator& stress,
                   const ThresholdShift& shift, double* out) {
  const Tag d;
  const Pairs pairs{data, stride};
  for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
    const Vector resolved = pairs.resolved(stress, i);
    hn::StoreU(hn::Sub(pairs.threshold(2, shift, i), resolved), d, out + i);
    hn::StoreU(hn::Add(pairs.threshold(3, shift, i), resolved), d, out + stride + i);
  }
}

double steps_to_threshold(const double* data, std::size_t stride, const Deviator& stress,
                          const ThresholdShift& shift, const Deviator& rate, double shift_rate) {
  const Tag d;
  const Pairs pairs{data, stride};
  const Vector never = hn::Set(d, std::numeric_limits<double>::infinity());
  const Vector zero = hn::Zero(d);
  const Vector moving = hn::Set(d, shift_rate);
  Vector least = never;
  const auto reach = [&](Vector distance, Vector approach) {
    least = hn::Min(least, hn::IfThenElse(hn::Gt(approach, zero), hn::Div(distance, approach), never));
  };
  for (std::size_t i = 0; i < stride; i += hn::Lanes(d)) {
    const Vector resolved = pairs.resolved(stress, i);
    const Vector change = pairs.resolved(rate, i);
    reach(hn::Sub(pairs.threshold(2, shift, i), resolved), hn::Sub(change, moving));
    reach(hn::Add(pairs.threshold(3, shift, i), resolved), hn::Sub(hn::Neg(change), moving));
  }
  return hn::GetLane(hn::MinOfLanes(d, least));
}

}  // namespace vitrum::elastoplastic::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace vitrum::elastoplastic {

namespace {

constexpr std::size_t vector_length = 4;

std::size_t whole_vectors(std::size_t pairs) {
  return (pairs + vector_length - 1) / vector_length * vector_length;
}

}  // namespace

HWY_EXPORT(lowest_distance);
HWY_EXPORT(weakest);
HWY_EXPORT(all_distances);
HWY_EXPORT(steps_to_threshold);

SlipSystems::SlipSystems(std::size_t elements, std::size_t pairs)
    : pairs_(pairs), stride_(whole_vectors(pairs)), data_(elements * 4 * stride_) {
  for (std::size_t element = 0; element < elements; ++element) {
    const auto padding = data_.begin() + static_cast<std::ptrdiff_t>((element * 4 + 2) * stride_);
    std::fill_n(padding, 2 * stride_, std::numeric_limits<double>::infinity());
  }
}

SlipPairs SlipSystems::of(std::size_t element) {
  double* first = &data_[element * 4 * stride_];
  return {{first, pairs_},
          {first + stride_, pairs_},
          {first + 2 * stride_, pairs_},
          {first + 3 * stride_, pairs_}};
}

Deviator SlipSystems::direction(std::size_t element, std::size_t system) const {
  const double* pair = begin(element) + system / 2;
  const double sense = system % 2 == 0 ? 1.0 : -1.0;
  return {sense * pair[0], sense * pair[stride_]};
}

double SlipSystems::threshold(std::size_t element, std::size_t system) const {
  return begin(element)[(2 + system % 2) * stride_ + system / 2];
}

double SlipSystems::lowest_distance(std::size_t element, const Deviator& stress,
                                    const ThresholdShift& shift) const {
  return HWY_DYNAMIC_DISPATCH(lowest_distance)(begin(element), stride_, stress, shift);
}

void SlipSystems::distances(std::size_t element, const Deviator& stress, const ThresholdShift& shift,
                            std::span<double> distances) const {
  thread_local std::vector<double> padded;
  padded.resize(2 * stride_);
  HWY_DYNAMIC_DISPATCH(all_distances)(begin(element), stride_, stress, shift, padded.data());
  for (std::size_t pair = 0; pair < pairs_; ++pair) {
    distances[2 * pair] = padded[pair];
    distances[2 * pair + 1] = padded[stride_ + pair];
  }
}

std::size_t SlipSystems::weakest(std::size_t element, const Deviator& stress, const ThresholdShift& shift,
                                 double lowest) const {
  return HWY_DYNAMIC_DISPATCH(weakest)(begin(element), stride_, stress, shift, lowest);
}

double SlipSystems::steps_to_threshold(std::size_t element, const Deviator& stress,
                                       const ThresholdShift& shift, const Deviator& rate,
                                       double shift_rate) const {
  return HWY_DYNAMIC_DISPATCH(steps_to_threshold)(begin(element), stride_, stress, shift, rate, shift_rate);
}

}  // namespace vitrum::elastoplastic
#endif
