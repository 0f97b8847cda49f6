// Many walkers through a map: paper 2, figs. 3a, 4 and 5.
#pragma once

#include <cstdint>
#include <vector>

#include "base/hear_share.h"
#include "seem/map_walker.h"
#include "seem/mean_states.h"

namespace vitrum::seem {

struct ReplaySettings {
  std::int64_t walkers = 1000;
  std::uint64_t seed = 1;
  int threads = 0;       ///< 0: all cores; does not change the result
  double increment = 0;  ///< of the strain, eq. 4 of paper 2; 0: exponential waiting strains
  HearShare hear = {};
};

struct Replay {
  std::vector<std::vector<StatePoint>> curves;  ///< of each walker, its state at each strain
  std::vector<StateMoments> moments;            ///< over all walkers
  WalkCounts counts;                            ///< of all walkers together
  /// Share of the strain that went through bins of which the harvest knows too little.
  double unvisited() const { return counts.strain > 0 ? counts.unvisited / counts.strain : 0; }
};

/// Walker i begins at starts[i modulo their number] at the first strain and is seen at all of them. Its
/// random numbers are those of the stream (seed, i, state_space_walk).
/// @param strains rising
/// @throws InputError without starts, walkers or strains, when strains do not rise, or when a start, a strain
/// or the increment is not finite, the increment is negative, X_1 of a start is u_A or more, or a start lies
/// so far from all bins that a walker's state is no number; else as MapWalker.
Replay replay(const EventMap& map, const std::vector<StatePoint>& starts, const std::vector<double>& strains,
              const ReplaySettings& settings);

}  // namespace vitrum::seem
