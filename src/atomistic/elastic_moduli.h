// Elastic moduli of a configuration, exactly: affine (Born) part and non-affine correction.
#pragma once

#include "atomistic/elastic_tensor.h"
#include "atomistic/pair_force_field.h"

namespace vitrum::atomistic {

struct ElasticModuli {
  int dimension = 2;
  double largest_force = 0;  ///< of all components: the moduli are those of an equilibrium
  SymmetricTensor stress;
  ElasticTensor affine;   ///< (1/V) second derivatives of the energy when all atoms follow the strain
  ElasticTensor relaxed;  ///< the same when the atoms find their equilibrium; affine where there is none
  /// The stiffness is positive definite but for translations. Otherwise there is no relaxed value.
  bool stable = false;
};

/// Second derivatives of the energy density with respect to Green-Lagrange strain (eta),
///   affine:  C_abcd = (1/V) sum over pairs of (U'' - U'/r) r_a r_b r_c r_d / r^2,
///   relaxed: C_abcd - (1/V) Xi_ab . H^-1 . Xi_cd, H the Hessian and Xi = -d2U / dx deta
/// (Lemaitre and Maloney, J. Stat. Phys. 123, 415 (2006), eqs. 11 and 35). The reference is the configuration
/// itself, under the stress that it has. One Cholesky factorisation and three (six in three dimensions)
/// solutions, refined to rounding. Rebuilds the neighbour list of `force_field`.
/// @throws InputError, PhysicsError as ForceField::evaluate() does.
ElasticModuli elastic_moduli(PairForceField& force_field, const Configuration& configuration);

}  // namespace vitrum::atomistic
