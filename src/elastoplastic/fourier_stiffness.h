// The stiffness of a homogeneous lattice, one Fourier mode of the displacement at a time.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "elastoplastic/stiffness.h"

namespace vitrum::elastoplastic {

/// cos and sin of half the wave number of every mode along one axis.
struct HalfWaves {
  explicit HalfWaves(int elements) {
    for (int mode = 0; mode < elements; ++mode) {
      const double half = std::numbers::pi * mode / elements;
      // At the shortest wave the cosine is exactly zero; rounding would leave a trace of it.
      cosine.push_back(2 * mode == elements ? 0.0 : std::cos(half));
      sine.push_back(std::sin(half));
    }
  }
  std::vector<double> cosine, sine;
};

/// Average gradient of the Q1 shape functions in a mode, up to the factor i and a phase, and the symmetric 2
/// x 2 matrix from displacement to force. Not invertible for the mode of wave number zero only.
struct ModeStiffness {
  /// With half wave numbers a = q_x / 2, b = q_y / 2. The 2 x 2 Gauss rule, exact here, gives the sums in
  /// brackets. Only a = b = 0 makes them vanish: the element has no hourglass mode.
  ModeStiffness(const Stiffness& stiffness, double cos_a, double sin_a, double cos_b, double sin_b)
      : gradient_x(2.0 * sin_a * cos_b), gradient_y(2.0 * cos_a * sin_b) {
    const double dx_dx = 4.0 * sin_a * sin_a * (1.0 + 2.0 * cos_b * cos_b) / 3.0;  // <dN/dx dN/dx>
    const double dy_dy = 4.0 * sin_b * sin_b * (1.0 + 2.0 * cos_a * cos_a) / 3.0;  // <dN/dy dN/dy>
    const double longitudinal = stiffness.bulk_modulus + stiffness.shear_modulus;
    xx = longitudinal * dx_dx + stiffness.shear_modulus * dy_dy;
    yy = longitudinal * dy_dy + stiffness.shear_modulus * dx_dx;
    xy = stiffness.bulk_modulus * gradient_x * gradient_y;
  }

  double determinant() const { return xx * yy - xy * xy; }

  double gradient_x, gradient_y;
  double xx = 0, yy = 0, xy = 0;
};

}  // namespace vitrum::elastoplastic
