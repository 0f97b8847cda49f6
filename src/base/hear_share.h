// How far a piece of long work is, and whether it is to go on.
#pragma once

#include <functional>

namespace vitrum {

/// Called now and then, by whichever thread works, with the share that is done, 0 to 1. What it throws ends
/// the work. An empty one hears nothing.
using HearShare = std::function<void(double share)>;

inline void tell(const HearShare& hear, double share) {
  if (hear) hear(share);
}

}  // namespace vitrum
