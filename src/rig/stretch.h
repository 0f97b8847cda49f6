// Legs of a program, taken apart into stretches of strain in one direction.
#pragma once

#include <cstdint>
#include <vector>

#include "rig/program.h"

namespace vitrum::rig {

/// to: until the external strain is `strain`. by: until it has changed by `strain` (signed).
/// zero_stress: against the stress until there is none.
enum class StretchEnd { to, by, zero_stress };

struct Stretch {
  StretchEnd end = StretchEnd::to;
  double strain = 0;
  std::int64_t leg = 0;  ///< index of the leg it belongs to
};

/// @throws InputError when the program has no leg, or an increment, strain or count is not positive.
std::vector<Stretch> stretches_of(const Program& program);

}  // namespace vitrum::rig
