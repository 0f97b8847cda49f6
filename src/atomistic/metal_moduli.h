// Elastic moduli of metals, exactly.
#pragma once

#include <memory>

#include "atomistic/eam_potential.h"
#include "atomistic/elastic_moduli.h"

namespace vitrum::atomistic {

/// As elastic_moduli(), with the terms that the embedding energies add (rho_i the density at atom i, eta the
/// Green-Lagrange strain):
///   affine:  C_abcd + (1/V) sum_i F_i'' (d rho_i / d eta_ab) (d rho_i / d eta_cd),
///   relaxed: the same with Xi = -d2U / dx deta, which gets - sum_i F_i'' (d rho_i / dx) (d rho_i / d eta).
/// Solved by conjugate gradients, preconditioned by ShellStiffness, to 1e-10 of the right-hand side. Where
/// these meet a direction of negative stiffness, the configuration is not stable.
/// @throws InputError, PhysicsError as ForceField::evaluate() does; PhysicsError when they do not converge.
ElasticModuli metal_moduli(const std::shared_ptr<const EamPotential>& potential,
                           const Configuration& configuration);

}  // namespace vitrum::atomistic
