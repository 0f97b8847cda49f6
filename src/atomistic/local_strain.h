// Strain of the neighbourhood of each atom.
#pragma once

#include <vector>

#include "atomistic/configuration.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

struct LocalStrain {
  std::vector<SymmetricTensor> strain;  ///< Green-Lagrange strain (J^T J - 1) / 2 of the best fit, per atom
  std::vector<double> d2min;            ///< what no strain explains: mean squared deviation of neighbours
};

/// For each atom the deformation gradient J that fits the motion of its neighbours best, least
/// |r'_j - J r_j|^2 over all j within `reach` (Falk and Langer, Phys. Rev. E 57, 7192 (1998)), r before and
/// r' after the displacement. `d2min` is the least value divided by the number of neighbours. Atoms with too
/// few neighbours for a fit have no strain.
/// @param displacement dimension * atoms numbers; @param reach length, > 0.
LocalStrain local_strain(const Configuration& before, const std::vector<double>& displacement, double reach);

/// Size of a shear: sqrt of the sum of squares of the deviator's components, such that a simple shear gamma
/// gives gamma / 2. In two dimensions within the plane.
double shear_size(const SymmetricTensor& strain, int dimension);

}  // namespace vitrum::atomistic
