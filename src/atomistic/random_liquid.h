// Where the preparation of a glass starts: atoms thrown at random into a box.
#pragma once

#include "atomistic/configuration.h"
#include "atomistic/force_field.h"
#include "base/random.h"

namespace vitrum::atomistic {

/// A square box of `atoms` atoms of the binary glass of paper 1 at uniformly random places; species 0 (L)
/// first, then species 1 (S). N_L / N_S = (1 + sqrt 5) / 4, so that of 10^4 atoms 4472 are large (the
/// paper prints N_L / N; the ratio of the system it cites is this one).
/// @throws InputError when `atoms` < 2 or the density is not positive.
Configuration random_liquid(int atoms, double density, RandomStream& random);

/// Drives atoms that lie on top of each other apart: steepest descent in which no atom moves farther
/// than a small distance a step, until the largest force is at most `force`.
/// @throws PhysicsError when that is not reached in 10^4 steps.
void remove_overlaps(Configuration& configuration, ForceField& force_field, double force);

}  // namespace vitrum::atomistic
