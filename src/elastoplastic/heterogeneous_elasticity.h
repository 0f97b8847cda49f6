// The elasticity of a lattice with a quenched shear modulus for each element: paper 1, A.8.1 (model A).
#pragma once

#include <memory>
#include <vector>

#include "elastoplastic/dense_elasticity.h"
#include "elastoplastic/elasticity.h"
#include "elastoplastic/heterogeneous_finite_elements.h"

namespace vitrum::elastoplastic {

/// Bi-periodic lattice under a simple shear strain. How it is computed depends on its size alone, by measured
/// cost (docs/methods/lattice_elasticity.md): by a table of all responses up to 64 x 64 elements (52 x 52
/// with pressure; 0.5 GiB), with a sparse factor up to 512 x 512 (0.6 GiB), by conjugate gradients beyond.
/// They agree to rounding.
/// @param shear_moduli of element (column, row) at row * columns + column; one bulk modulus for all.
/// @throws InputError when there are fewer than two columns or rows, the number of shear moduli is another
/// one than that of elements, or a modulus is not positive and finite.
std::unique_ptr<Elasticity> heterogeneous_elasticity(int columns, int rows,
                                                     const std::vector<double>& shear_moduli,
                                                     double bulk_modulus, bool with_pressure);

/// A stiffness for each shear modulus.
std::vector<Stiffness> stiffnesses(const std::vector<double>& shear_moduli, double bulk_modulus);

/// The responses to a unit slip in every element.
ResponseTable response_table(const HeterogeneousFiniteElements& finite_elements, bool with_pressure);

/// Stress per unit of the macroscopic shear strain gamma = 2 eps_xy.
Loading loading_of(const HeterogeneousFiniteElements& finite_elements);

}  // namespace vitrum::elastoplastic
