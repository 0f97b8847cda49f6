// Stress that plastic strain causes in a bi-periodic lattice of finite elements.
#pragma once

#include "elastoplastic/fourier_stiffness.h"
#include "elastoplastic/periodic_fourier.h"
#include "elastoplastic/stiffness.h"
#include "elastoplastic/tensor_field.h"

namespace vitrum::elastoplastic {

/// Linear elasticity of paper 1, sec. 3: square bilinear elements (Q1, 2 x 2 Gauss points), bi-periodic,
/// homogeneous stiffness, one plastic strain per element, element strain = average of the gradient over
/// the element. The answer is that of the finite element system solved exactly: with all elements equal,
/// the system falls apart into one 2 x 2 system per Fourier mode.
class GreenOperator {
 public:
  /// @throws InputError when there are fewer than two columns or rows, or a modulus is not positive.
  GreenOperator(int columns, int rows, const Stiffness& stiffness);

  /// Element stress C : (strain - plastic strain) for the macroscopic strain held at zero.
  TensorField stress(const TensorField& plastic_strain) const;

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  const Stiffness& stiffness() const { return stiffness_; }

 private:
  int columns_, rows_;
  Stiffness stiffness_;
  PeriodicFourier fourier_;
  HalfWaves horizontal_, vertical_;
};

}  // namespace vitrum::elastoplastic
