// The stiffness of metals in single precision, laid out for vector units: forces for small displacements.
#pragma once

#include <cstdint>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/eam_springs_kernel.h"

namespace vitrum::atomistic {

/// The forces -H u that displacements u cause while H, the matrix of EamHessian, stays what it is. Every pair
/// stands once, in the order of EamRuns; a product takes two passes over the near ones: how the densities
/// change, and what that and the displacements pull. Vectors have a row of four numbers for each atom, in the
/// order of the neighbour list's slots: x, y, z, 0.
class EamSprings {
 public:
  /// Sets the springs to the stiffness at this configuration, which costs about two evaluations.
  void set(EamForceField& force_field, const Configuration& configuration);

  /// -H u for rows u. Both are as long as rows_of() makes them.
  void pull(const float* displacements, float* forces);

  std::vector<float> rows_of(const std::vector<double>& by_atom) const;
  /// Adds rows to a vector of 3 * atoms numbers.
  void add_rows(const std::vector<float>& rows, std::vector<double>& by_atom) const;

 private:
  std::vector<std::uint32_t> begin_;        // that of EamRuns
  std::vector<std::uint32_t> row_;          // of each pair, where the row of its second atom begins
  std::vector<std::size_t> slot_of_;        // of each atom
  std::vector<EightFloats> springs_;        // see eam_springs_kernel.h
  std::vector<float> embedding_curvature_;  // F'' of each slot
  std::vector<float> moved_;                // displacements, and as fourth numbers what F' changes by
};

}  // namespace vitrum::atomistic
