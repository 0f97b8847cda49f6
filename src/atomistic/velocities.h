// Thermal velocities of atoms, with k_B = 1.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.h"

namespace vitrum::atomistic {

/// Draws velocities, `dimension` numbers an atom, from the Maxwell distribution at `temperature`, then
/// removes the total momentum: the kinetic energy is that of dimension * (atoms - 1) degrees of
/// freedom, fluctuations included (it is not rescaled to its mean).
/// @param masses of the atoms; empty: all 1.
std::vector<double> thermal_velocities(std::size_t atoms, int dimension, double temperature,
                                       RandomStream& random, const std::vector<double>& masses = {});

/// Sum of m v^2 / 2. @param masses of the atoms; empty: all 1.
double kinetic_energy(const std::vector<double>& velocities, const std::vector<double>& masses = {});

/// Degrees of freedom of the relative motion, dimension * (atoms - 1): the total momentum is conserved.
double degrees_of_freedom(std::size_t atoms, int dimension);

/// Mass of every atom from that of its species. @throws InputError when a species has none.
std::vector<double> masses_of_atoms(const std::vector<int>& species, const std::vector<double>& masses);

}  // namespace vitrum::atomistic
