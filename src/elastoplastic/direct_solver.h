// Displacements by a sparse Cholesky factor.
#pragma once

#include <vector>

#include "elastoplastic/displacement_solver.h"
#include "elastoplastic/element_lattice.h"
#include "math/local_source_cholesky.h"

namespace vitrum::elastoplastic {

/// Factorises the stiffness matrix once, node 0 held. Forces on few nodes cost
/// less than forces on all, their work hardly anything, and several fields at once less than one by one.
class DirectSolver : public DisplacementSolver {
 public:
  /// @throws PhysicsError when the stiffnesses differ by more than double precision can tell apart.
  explicit DirectSolver(const ElementLattice& lattice);

  void solve(std::span<NodeField> fields) override;
  std::vector<double> work(std::span<const NodeField> forces) override;

 private:
  explicit DirectSolver(const SparseSymmetric& matrix);
  void gather(std::span<const NodeField> fields);

  LocalSourceCholesky factor_;
  std::vector<double>
      unknowns_;  // work space: x of node 1 in all fields, y of node 1 in all, x of node 2, ...
};

}  // namespace vitrum::elastoplastic
