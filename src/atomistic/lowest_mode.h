// The softest mode of a configuration: where it will rearrange, and how soon.
#pragma once

#include <vector>

#include "atomistic/pair_force_field.h"

namespace vitrum::atomistic {

struct LowestMode {
  double eigenvalue = 0;     ///< lowest one of the Hessian, uniform translations left out
  std::vector<double> mode;  ///< its eigenvector, of length 1, dimension * atoms numbers
  double participation = 0;  ///< atoms that take part, see participation_number()
  double residual = 0;       ///< |H e - lambda e|
};

/// Lowest eigenvalue of the Hessian and its mode, by Lanczos iteration with the inverse of the stiffness
/// (shifted where that is not positive definite), from a start that is always the same. Of degenerate modes
/// it gives one. Rebuilds the neighbour list of `force_field`.
/// @throws PhysicsError when the iteration does not converge.
LowestMode lowest_mode(PairForceField& force_field, const Configuration& configuration);

/// How many atoms take part in a displacement field u: (sum u_i^2)^2 / sum u_i^4, 1 when one moves alone and
/// N when all move by the same distance. 0 when nothing moves.
double participation_number(const std::vector<double>& displacement, int dimension);

}  // namespace vitrum::atomistic
