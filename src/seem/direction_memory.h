// Does a glass that was sheared and is sheared back do what one did that was in the same bin of the state
// space on its first loading? tau, mirrored, and X_1 are all that a map of paper 2 knows.
#pragma once

#include <cstdint>
#include <vector>

#include "math/estimate.h"
#include "seem/event_library.h"

namespace vitrum::seem {

/// The trajectory with its sense turned: strains and stresses change their sign, inelastic energies stay.
Trajectory mirrored(const Trajectory& trajectory);

/// What the reversed loading did in the same bins as forward loading, over what happened there on forward
/// loading (1: the same). A map cannot be blamed for bins that it does not know, so that only these bins are
/// looked at.
struct DirectionMemory {
  double from = 0, to = 0;  ///< strain gone back since zero stress
  double known = 0;         ///< share of that way in bins that are compared
  std::int64_t events = 0;  ///< of reversed loading in these bins
  Estimate rate;            ///< of events
  Estimate relaxation;      ///< of the stress that events take per unit strain
};

/// Part by part of the way that all specimens have gone back, as a memory fades; parts in which no event was
/// expected are left out.
/// @param forward, reversed trajectories of the same specimens: the first loading, and the loading in the
/// other sense, mirrored(). Errors by leaving out one specimen after the other.
/// @param least_share a bin is known when forward loading has spent this share there, > 0, of what reversed
/// loading has in that part of its way: what is expected of a bin is as uncertain as the few events seen
/// there
/// @throws InputError when there are fewer than two specimens, when one was not sheared beyond zero stress,
/// or when there is no part that can be compared.
std::vector<DirectionMemory> direction_memory(const std::vector<Trajectory>& forward,
                                              const std::vector<Trajectory>& reversed, const StateGrid& grid,
                                              double least_share, int parts);

}  // namespace vitrum::seem
