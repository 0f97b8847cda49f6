// Exact elasticity of a bi-periodic lattice whose elements differ in stiffness: paper 1, A.8.1 (model A).
#pragma once

#include <memory>

#include "elastoplastic/displacement_solver.h"
#include "elastoplastic/element_lattice.h"
#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// What the lattice as a whole answers to a macroscopic strain: mean stress = C : strain.
struct EffectiveStiffness {
  double c1111 = 0, c2222 = 0, c1122 = 0, c1212 = 0, c1112 = 0, c2212 = 0;
};

/// Element averages in equilibrium, and the elastic energy.
struct ElasticState {
  TensorField strain;  ///< plastic and macroscopic strain included
  TensorField stress;  ///< C : (strain - plastic strain)
  /// Of the finite elements, uneven strain within elements included; stress times the area of an element.
  double energy = 0;
};

/// The finite elements of GreenOperator with a stiffness for each: the linear system of their displacements
/// is assembled and solved. One object for one thread at a time.
class HeterogeneousFiniteElements {
 public:
  enum class Method {
    direct,    ///< sparse Cholesky factor, made here: 0.13 GiB for 256 x 256 elements, 0.6 GiB for 512 x 512
    iterative  ///< conjugate gradients, little memory
  };

  explicit HeterogeneousFiniteElements(ElementLattice lattice, Method method = Method::direct);

  const ElementLattice& lattice() const { return lattice_; }

  ElasticState equilibrium(const TensorField& plastic_strain,
                           const SymmetricTensor& macroscopic_strain) const;

  EffectiveStiffness effective_stiffness() const;

  /// Of the linear system itself: macroscopic strain held at zero.
  DisplacementSolver& solver() const { return *solver_; }

 private:
  ElementLattice lattice_;
  std::unique_ptr<DisplacementSolver> solver_;
};

}  // namespace vitrum::elastoplastic
