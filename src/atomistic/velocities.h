// Thermal velocities of atoms of mass 1, with k_B = 1.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.h"

namespace vitrum::atomistic {

/// Draws velocities, `dimension` numbers an atom, from the Maxwell distribution at `temperature`, then
/// removes the total momentum: the kinetic energy is that of dimension * (atoms - 1) degrees of
/// freedom, fluctuations included (it is not rescaled to its mean).
std::vector<double> thermal_velocities(std::size_t atoms, int dimension, double temperature,
                                       RandomStream& random);

/// Sum of v^2 / 2.
double kinetic_energy(const std::vector<double>& velocities);

/// Degrees of freedom of the relative motion, dimension * (atoms - 1): the total momentum is conserved.
double degrees_of_freedom(std::size_t atoms, int dimension);

}  // namespace vitrum::atomistic
