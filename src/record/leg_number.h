// Which numbers legs of a loading program can have.
#pragma once

#include <cstdint>

namespace vitrum {

/// A loading program has no more legs.
inline constexpr std::int64_t most_legs = 10'000;

/// @throws InputError unless this can be the number of a leg, from 0.
void require_leg(std::int64_t leg);

}  // namespace vitrum
