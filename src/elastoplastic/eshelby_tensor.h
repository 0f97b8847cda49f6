// The numerical Eshelby tensor of an element: paper 1, A.7.
#pragma once

#include <array>
#include <cstddef>

#include "elastoplastic/green_operator.h"
#include "elastoplastic/heterogeneous_finite_elements.h"
#include "elastoplastic/stiffness.h"
#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// S of paper 1, A.7: average strain of an element = S : its own plastic strain, nothing else being strained
/// and the macroscopic strain held at zero. It contains what the periodic images do.
struct EshelbyTensor {
  /// component[i][j]: strain i that follows from the plastic strain j = 1, in the order xx, yy, xy, true
  /// tensor components. Plastic strain xy = 1 means eps_xy = eps_yx = 1, so component[2][2] is S_1212 +
  /// S_1221.
  std::array<std::array<double, 3>, 3> component{};

  SymmetricTensor strain(const SymmetricTensor& plastic_strain) const;
};

/// The same for all elements of a homogeneous lattice.
EshelbyTensor eshelby_tensor(const GreenOperator& green);
EshelbyTensor eshelby_tensor(const HeterogeneousFiniteElements& finite_elements, std::size_t element);

/// M : C : (S - I) : M of eq. 15, change of the resolved shear stress per unit slip at `angle` (radians):
/// what Elasticity::self_stress gives without this tensor. C is the stiffness of the element.
double self_stress(const EshelbyTensor& tensor, const Stiffness& stiffness, double angle);

}  // namespace vitrum::elastoplastic
