#include "elastoplastic/direct_solver.h"

#include "math/elimination.h"

namespace vitrum::elastoplastic {

DirectSolver::DirectSolver(const ElementLattice& lattice) : DirectSolver(lattice.pinned_matrix()) {}

// The two displacements of a node stay together.
DirectSolver::DirectSolver(const SparseSymmetric& matrix) : factor_(matrix, elimination_order(matrix, 2)) {}

void DirectSolver::gather(std::span<const NodeField> fields) {
  unknowns_.resize(factor_.size() * fields.size());
  double* unknown = unknowns_.data();
  for (std::size_t node = 1; 2 * (node - 1) < factor_.size(); ++node) {
    for (const NodeField& field : fields) *unknown++ = field.x[node];
    for (const NodeField& field : fields) *unknown++ = field.y[node];
  }
}

void DirectSolver::solve(std::span<NodeField> fields) {
  gather(fields);
  factor_.solve(unknowns_, fields.size());
  for (NodeField& field : fields) field.x[0] = field.y[0] = 0;
  const double* unknown = unknowns_.data();
  for (std::size_t node = 1; 2 * (node - 1) < factor_.size(); ++node) {
    for (NodeField& field : fields) field.x[node] = *unknown++;
    for (NodeField& field : fields) field.y[node] = *unknown++;
  }
}

std::vector<double> DirectSolver::work(std::span<const NodeField> forces) {
  gather(forces);
  return factor_.products(unknowns_, forces.size());
}

}  // namespace vitrum::elastoplastic
