// The slip systems of all elements of a lattice.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "elastoplastic/deviator.h"

namespace vitrum::elastoplastic {

/// How the thresholds of an element follow its pressure: max(tau_c + shift, floor), paper 1, A.8.2.
struct ThresholdShift {
  double shift = 0;  ///< pressure sensitivity times pressure
  double floor = -std::numeric_limits<double>::infinity();
};

/// The slip systems of one element, for the rule that draws them. A slip system and its reverse share the
/// plane: angles theta and theta + 90 degrees, directions u and -u in the plane of deviators. So they are
/// kept in pairs, all spans of one length.
struct SlipPairs {
  std::span<double> diagonal, shear;  ///< direction of the forward system, a unit vector
  std::span<double> forward;          ///< its threshold
  std::span<double> backward;         ///< threshold of the reverse system
};

/// N slip systems per element, each with a direction and a threshold (paper 1, secs. 3.1 and 3.2). System
/// 2 i is the forward and 2 i + 1 the reverse system of pair i.
class SlipSystems {
 public:
  SlipSystems(std::size_t elements, std::size_t pairs);

  std::size_t pairs() const { return pairs_; }
  std::size_t per_element() const { return 2 * pairs_; }
  /// To be filled; what was there before is void.
  SlipPairs of(std::size_t element);

  Deviator direction(std::size_t element, std::size_t system) const;
  /// As drawn, without what pressure adds.
  double threshold(std::size_t element, std::size_t system) const;

  /// Lowest distance to threshold tau_c - tau of an element; below zero, it is active.
  double lowest_distance(std::size_t element, const Deviator& stress, const ThresholdShift& shift) const;
  /// Who has that distance; of equals the first forward system, or else the first reverse one.
  std::size_t weakest(std::size_t element, const Deviator& stress, const ThresholdShift& shift) const {
    return weakest(element, stress, shift, lowest_distance(element, stress, shift));
  }
  /// The same where the lowest distance is at hand.
  std::size_t weakest(std::size_t element, const Deviator& stress, const ThresholdShift& shift,
                      double lowest) const;
  /// All distances of an element, in the order of the systems; `distances` is of length per_element(). The
  /// lowest of them is lowest_distance() to the last bit.
  void distances(std::size_t element, const Deviator& stress, const ThresholdShift& shift,
                 std::span<double> distances) const;

  /// The least s > 0 at which `stress` + s * `rate`, with thresholds moving at `shift_rate`, brings a system
  /// to its threshold, good to rounding; infinity when none gets there.
  double steps_to_threshold(std::size_t element, const Deviator& stress, const ThresholdShift& shift,
                            const Deviator& rate, double shift_rate) const;

 private:
  // The arrays of an element follow each other, each padded to whole vectors by systems that nothing can
  // activate.
  const double* begin(std::size_t element) const { return &data_[element * 4 * stride_]; }

  std::size_t pairs_, stride_;
  std::vector<double> data_;
};

}  // namespace vitrum::elastoplastic
