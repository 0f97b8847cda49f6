// The softest mode of metals.
#pragma once

#include <memory>

#include "atomistic/eam_potential.h"
#include "atomistic/lowest_mode.h"

namespace vitrum::atomistic {

/// As lowest_mode(), for the Hessian of the embedded-atom method, whose factor would cost too much: by
/// products with it (EamHessian) alone. Locally optimal block preconditioned conjugate gradients (Knyazev,
/// SIAM J. Sci. Comput. 23, 517 (2001)) on the Rayleigh quotient, preconditioned by ShellStiffness; the
/// Hessian need not be positive definite. The start is always the same.
/// @throws PhysicsError when the iteration does not converge; InputError for less than a few atoms.
LowestMode metal_lowest_mode(const std::shared_ptr<const EamPotential>& potential,
                             const Configuration& configuration);

}  // namespace vitrum::atomistic
