// Legs of a program, taken apart into stretches of strain in one direction.
#pragma once

#include <cstdint>
#include <vector>

#include "rig/program.h"

namespace vitrum::rig {

/// A strain counts as a point of the grid of increments when it is this close to it, in increments.
inline constexpr double on_grid = 1e-6;

/// to: until the external strain is `strain`. by: until it has changed by `strain` (signed).
/// zero_stress: against the stress until there is none. stress: until the external stress is `stress`.
/// time: until `duration` has passed.
enum class StretchEnd { to, by, zero_stress, stress, time };

struct Stretch {
  StretchEnd end = StretchEnd::to;
  double strain = 0;
  std::int64_t leg = 0;                                               ///< index of the leg it belongs to
  double stress = 0, temperature = 0, duration = 0, most_strain = 0;  ///< as those of the leg
};

/// @throws InputError when the program has no leg, or an increment, strain or count is not positive.
std::vector<Stretch> stretches_of(const Program& program);

/// Whether a first stretch from the strain `start` comes by the snapshots, moduli and stops of the program.
/// @throws InputError when one of them lies beside its way or its grid, or is named twice.
void require_on_the_way(const Program& program, const Stretch& first, double start);

}  // namespace vitrum::rig
