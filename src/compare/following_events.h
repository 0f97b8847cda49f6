// Which events a sample went through after it was tested, and where in the tested configuration they were.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "record/history.h"
#include "record/local_yield.h"

namespace vitrum::compare {

/// The periodic cell of a two-dimensional sample.
struct SampleCell {
  double width = 0, height = 0;
  /// Atoms: places go with the shear, x -> x + gamma y, and the upper neighbours lie
  /// (tilt + gamma) * height further to the right. Elements of a lattice stay where they are.
  bool sheared = true;
  double tilt = 0;
  /// Where the cell begins: events are counted from there, places of tests from 0, as the shear is.
  std::array<double, 2> origin{};
};

/// Square of the distance between two places of a sample at that strain, across its sides where that is
/// shorter.
double square_distance(const std::array<double, 2>& a, const std::array<double, 2>& b, const SampleCell& cell,
                       double strain);

/// What one sample went through after it was tested.
struct TestedSample {
  const LocalYieldSurvey* survey = nullptr;
  const History* history = nullptr;
  SampleCell cell;
};

struct FollowingEvent {
  std::array<double, 2> place{};  ///< brought back to the strain of the tests by the uniform shear
  double strain = 0;              ///< from the tests to it; negative: the loading went backward
};

/// Events whose places are known that the loading brought after the tests, in their order, until the leg or
/// the sense of the loading changed. Empty where the history does not hold the state that was tested.
std::vector<FollowingEvent> following_events(const TestedSample& sample);

}  // namespace vitrum::compare
