// Where the preparation of a glass starts: atoms thrown at random into a box.
#pragma once

#include "atomistic/configuration.h"
#include "atomistic/force_field.h"
#include "atomistic/mixture.h"
#include "base/random.h"

namespace vitrum::atomistic {

/// A square or cubic box of `atoms` atoms at uniformly random places; species 0 first, then species 1, and so
/// on. Species end at the whole number of atoms nearest to their share.
/// @param least_distance of any two atoms; places nearer to an atom before are drawn again.
/// @throws InputError when `atoms` < 2, when the density is not positive, or when the mixture has no species,
/// fractions that are not positive, or another dimension than 2 and 3; PhysicsError when there is no place
/// with that distance left.
Configuration random_liquid(const Mixture& mixture, int atoms, double density, RandomStream& random,
                            double least_distance = 0);

/// Drives atoms that lie on top of each other apart: steepest descent in which no atom moves farther
/// than a small distance a step, until the largest force is at most `force`.
/// @throws PhysicsError when that is not reached in 10^4 steps.
void remove_overlaps(Configuration& configuration, ForceField& force_field, double force);

}  // namespace vitrum::atomistic
