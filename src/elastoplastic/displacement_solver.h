// Solves for the displacements of a lattice of finite elements.
#pragma once

#include <span>
#include <vector>

#include "elastoplastic/node_field.h"

namespace vitrum::elastoplastic {

/// A solver holds one stiffness matrix. For one thread at a time.
class DisplacementSolver {
 public:
  virtual ~DisplacementSolver() = default;

  /// Replaces each field of forces, in both directions of sum zero, by the displacements that they cause,
  /// which are defined up to a translation.
  /// @throws PhysicsError when there is no solution to the promised precision.
  virtual void solve(std::span<NodeField> fields) = 0;

  /// The work of each field of forces on the displacements of each other, at i * number of fields + j.
  virtual std::vector<double> work(std::span<const NodeField> forces) = 0;
};

}  // namespace vitrum::elastoplastic
