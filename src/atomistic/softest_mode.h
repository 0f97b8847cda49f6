// The softest mode of a stiffness that is too large to be factored, or known by its products alone.
#pragma once

#include <functional>
#include <vector>

#include "atomistic/approximate_stiffness.h"
#include "atomistic/lowest_mode.h"

namespace vitrum::atomistic {

/// The Hessian times a vector of dimension * atoms numbers.
using HessianProduct = std::function<void(const std::vector<double>& vector, std::vector<double>& product)>;

/// As lowest_mode(): locally optimal block preconditioned conjugate gradients (Knyazev, SIAM J. Sci. Comput.
/// 23, 517 (2001)) on the Rayleigh quotient. The Hessian need not be positive definite. The start is always
/// the same.
/// @param approximate renewed for this configuration.
/// @param good_residual |H e - lambda e| at which the iteration ends, in units of |H e| of the start.
/// @throws PhysicsError when the iteration does not converge; InputError for less than a few atoms.
LowestMode softest_mode(const HessianProduct& hessian, ApproximateStiffness& approximate,
                        const Configuration& configuration, double good_residual);

}  // namespace vitrum::atomistic
