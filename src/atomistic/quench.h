// The minimum below a configuration that is far from equilibrium.
#pragma once

#include "atomistic/minimiser.h"
#include "atomistic/pair_force_field.h"

namespace vitrum::atomistic {

/// Moves the atoms downhill from any configuration, a liquid for instance, to mechanical equilibrium at fixed
/// box: L-BFGS in short steps, and, when the atoms have reached a convex basin, preconditioned by a Cholesky
/// factor of the stiffness down to `force_tolerance` (largest force component).
/// @throws PhysicsError with the residual when it does not get there.
MinimiserReport quench(PairForceField& force_field, Configuration& configuration,
                       double force_tolerance = 1e-10);

}  // namespace vitrum::atomistic
