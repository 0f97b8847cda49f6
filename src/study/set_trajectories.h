// Specimens of one preparation in the state space, as a harvest divides them.
#pragma once

#include <vector>

#include "seem/trajectory.h"

namespace vitrum::study {

/// The trajectories of one set, those to be harvested first.
struct SetTrajectories {
  std::vector<seem::Trajectory> all;
  std::size_t harvested = 0;

  std::vector<seem::Trajectory> held_out() const {
    return {all.begin() + static_cast<std::ptrdiff_t>(harvested), all.end()};
  }
};

}  // namespace vitrum::study
