// One leg of a history as a line through strain, stress and time.
#pragma once

#include <cstdint>
#include <vector>

#include "record/history.h"

namespace vitrum::compare {

/// Points in order of time: the states of the leg and, where events happened, the states just before and just
/// after them. Time is that of waiting at a temperature.
struct LegPath {
  std::vector<double> strain, stress, time;

  bool empty() const { return strain.empty(); }
};

/// The path of leg `leg`. It begins in the state that the leg before it ended in, that of the first leg in
/// its own first state. Empty when the history has no such leg.
LegPath leg_path(const History& history, std::int64_t leg);

}  // namespace vitrum::compare
