// Elasticity of a patch of n x n elements that is held at its boundary: paper 1, sec. 3.5.
#pragma once

#include <span>

#include "elastoplastic/response_table.h"
#include "elastoplastic/stiffness.h"

namespace vitrum::elastoplastic {

/// The finite elements of the lattice (square_element.h), cut out and not periodic: the displacements of all
/// nodes on the four sides are those of a uniform strain, the nodes within are in equilibrium. Element
/// (column, row) of the patch stands at row * size + column. Constant once made: threads may share one.
struct PatchElasticity {
  int size = 1;
  ResponseTable responses{1, false};  ///< of the stress to slips, the boundary held
  bool uniform = true;                ///< equal elements: every element feels the same load
  double shear_modulus = 0;           ///< of equal elements
  StressField at_0, at_45;  ///< of unequal ones: stress per gamma of pure shear along 0 and 45 degrees

  /// Stress per unit of gamma of the pure shear M(angle), angle in degrees, imposed on the boundary.
  Loading loading(double angle) const;
};

/// @param stiffness of equal elements.
/// @throws InputError when `size` is not positive or so large that the table would not fit into memory.
PatchElasticity equal_patch(int size, const Stiffness& stiffness, bool with_pressure);
/// @param stiffness of every element, size * size of them.
PatchElasticity unequal_patch(int size, std::span<const Stiffness> stiffness, bool with_pressure);

/// The patch of a mean-field lattice: every slip changes the stress of its own element as in `patch`, and
/// that of each other element by the mean over these.
PatchElasticity mean_field_patch(PatchElasticity patch);

}  // namespace vitrum::elastoplastic
