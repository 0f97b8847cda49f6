// The softest mode where only forces are known.
#pragma once

#include "atomistic/foreign_potential.h"
#include "atomistic/lowest_mode.h"

namespace vitrum::atomistic {

/// As lowest_mode(); products with the Hessian are central differences of forces, H u = -(f(x + h u) -
/// f(x - h u)) / 2h, h so that the largest displacement is 1e-5 lengths. What is left wrong of a product,
/// some 1e-8 of it, leaves the eigenvalue as much.
/// @throws PhysicsError when the iteration does not converge; InputError for less than a few atoms.
LowestMode difference_lowest_mode(ForeignForceField& force_field, const Configuration& configuration);

}  // namespace vitrum::atomistic
