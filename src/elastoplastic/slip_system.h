// Slip systems: paper 1, sec. 3.1.
#pragma once

#include <cmath>

#include "elastoplastic/deviator.h"
#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// M(theta) of paper 1, eq. 3, theta in radians between slip plane and horizontal axis. A slip of
/// (engineering) amplitude gamma is the plastic strain gamma * M (eq. 1).
inline SymmetricTensor slip_tensor(double angle) {
  SymmetricTensor m;
  m.xx = -0.5 * std::sin(2.0 * angle);
  m.yy = -m.xx;
  m.xy = 0.5 * std::cos(2.0 * angle);
  return m;
}

/// The slip system as a unit vector in the plane of deviators; twice M(theta).
inline Deviator slip_direction(double angle) { return {std::sin(2.0 * angle), std::cos(2.0 * angle)}; }

/// Resolved shear stress tau = M(theta) : stress of paper 1, eq. 4.
inline double resolved_shear_stress(const Deviator& slip_direction, const Deviator& stress) {
  return dot(slip_direction, stress);
}

/// Deviatoric part of a stress tensor.
inline Deviator deviator(const SymmetricTensor& tensor) { return {0.5 * (tensor.yy - tensor.xx), tensor.xy}; }

}  // namespace vitrum::elastoplastic
