// Displacements of lattices too large for a factor, by conjugate gradients.
#pragma once

#include <vector>

#include "elastoplastic/displacement_solver.h"
#include "elastoplastic/element_lattice.h"
#include "elastoplastic/fourier_preconditioner.h"
#include "elastoplastic/stiffness_product.h"

namespace vitrum::elastoplastic {

/// Conjugate gradients on the displacements, preconditioned by the inverse of a homogeneous lattice
/// (Fourier transform). The number of iterations grows with the contrast of the moduli, hardly with the
/// size of the lattice.
class ConjugateGradients : public DisplacementSolver {
 public:
  explicit ConjugateGradients(const ElementLattice& lattice);

  /// Until the energy norm of the residual, as the preconditioner sees it, is 1e-13 of that of the forces.
  void solve(std::span<NodeField> fields) override;
  std::vector<double> work(std::span<const NodeField> forces) override;

  /// Of the last field.
  int iterations() const { return iterations_; }

 private:
  void solve(NodeField& field);

  StiffnessProduct stiffness_;
  FourierPreconditioner preconditioner_;
  int iterations_ = 0;
};

}  // namespace vitrum::elastoplastic
