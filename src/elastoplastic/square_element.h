// The finite element of the lattice: a unit square, bilinear (Q1), 2 x 2 Gauss points.
#pragma once

#include <array>
#include <cstddef>

#include "elastoplastic/stiffness.h"

namespace vitrum::elastoplastic {

/// What deforms the element, of the displacements of its corners, besides its translation and rotation: the
/// average of the gradient, and the hourglass amplitude, which adds to the gradient d/dx the hourglass times
/// (y - 1/2) and to d/dy the hourglass times (x - 1/2). Corners: lower left, lower right, upper right, upper
/// left; numbers to be summed with the displacements of the corners.
struct SquareElement {
  static constexpr std::array<double, 4> gradient_x{-0.5, 0.5, 0.5, -0.5};
  static constexpr std::array<double, 4> gradient_y{-0.5, -0.5, 0.5, 0.5};
  static constexpr std::array<double, 4> hourglass{1, -1, 1, -1};
};

/// Force on an hourglass amplitude of one, for either direction of the displacement. At the Gauss points
/// (x - 1/2)^2 and (y - 1/2)^2 are 1/12, and every other average in the energy vanishes, so the hourglass
/// does not mix with the average strain: it costs (C_1111 + C_1212) / 12 = (B + 2 G) / 12.
inline double hourglass_stiffness(const Stiffness& stiffness) {
  return (stiffness.bulk_modulus + 2.0 * stiffness.shear_modulus) / 12.0;
}

/// Forces on one corner from displacements of another one (or the same).
struct CornerStiffness {
  double xx = 0, xy = 0, yx = 0, yy = 0;  ///< first the direction of the force
};

inline CornerStiffness corner_stiffness(const Stiffness& stiffness, std::size_t force,
                                        std::size_t displacement) {
  using E = SquareElement;
  const double xx = E::gradient_x[force] * E::gradient_x[displacement];
  const double xy = E::gradient_x[force] * E::gradient_y[displacement];
  const double yx = E::gradient_y[force] * E::gradient_x[displacement];
  const double yy = E::gradient_y[force] * E::gradient_y[displacement];
  const double hourglass = hourglass_stiffness(stiffness) * E::hourglass[force] * E::hourglass[displacement];
  const double c1111 = stiffness.bulk_modulus + stiffness.shear_modulus;
  const double c1122 = stiffness.bulk_modulus - stiffness.shear_modulus;
  const double c1212 = stiffness.shear_modulus;
  return {c1111 * xx + c1212 * yy + hourglass, c1122 * xy + c1212 * yx, c1122 * yx + c1212 * xy,
          c1111 * yy + c1212 * xx + hourglass};
}

}  // namespace vitrum::elastoplastic
