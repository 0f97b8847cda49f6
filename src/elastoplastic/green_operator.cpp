#include "elastoplastic/green_operator.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

using Complex = std::complex<double>;

struct Mode {
  Complex xx, yy, xy;
};

void require_lattice(int columns, int rows, const Stiffness& stiffness) {
  if (columns < 2 || rows < 2)
    throw InputError("a lattice of " + std::to_string(columns) + " x " + std::to_string(rows) +
                     " elements is too small (periodic elements need a neighbour): use at least 2 x 2");
  const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
  if (!positive(stiffness.shear_modulus) || !positive(stiffness.bulk_modulus))
    throw InputError("shear modulus " + std::to_string(stiffness.shear_modulus) + " and bulk modulus " +
                     std::to_string(stiffness.bulk_modulus) + " must both be positive and finite");
}

/// Strain of the mode that balances the stress `load`. With half wave numbers a = q_x / 2, b = q_y / 2,
/// the average gradient of Q1 shape functions is i (gradient_x, gradient_y) up to a phase, and the 2 x 2
/// Gauss rule, exact here, gives the stiffness sums in brackets. Only a = b = 0 makes them vanish: the
/// element has no hourglass mode.
Mode balancing_strain(const Mode& load, const Stiffness& stiffness, double cos_a, double sin_a, double cos_b,
                      double sin_b) {
  const double gradient_x = 2.0 * sin_a * cos_b;
  const double gradient_y = 2.0 * cos_a * sin_b;
  const double xx = 4.0 * sin_a * sin_a * (1.0 + 2.0 * cos_b * cos_b) / 3.0;  // <dN/dx dN/dx>
  const double yy = 4.0 * sin_b * sin_b * (1.0 + 2.0 * cos_a * cos_a) / 3.0;  // <dN/dy dN/dy>
  const double longitudinal = stiffness.bulk_modulus + stiffness.shear_modulus;
  const double k_xx = longitudinal * xx + stiffness.shear_modulus * yy;
  const double k_yy = longitudinal * yy + stiffness.shear_modulus * xx;
  const double k_xy = stiffness.bulk_modulus * gradient_x * gradient_y;
  const double determinant = k_xx * k_yy - k_xy * k_xy;

  const Complex force_x = gradient_x * load.xx + gradient_y * load.xy;
  const Complex force_y = gradient_x * load.xy + gradient_y * load.yy;
  const Complex u_x = (k_yy * force_x - k_xy * force_y) / determinant;
  const Complex u_y = (k_xx * force_y - k_xy * force_x) / determinant;
  return {gradient_x * u_x, gradient_y * u_y, 0.5 * (gradient_x * u_y + gradient_y * u_x)};
}

Mode stress_of(const Mode& strain, const Stiffness& stiffness) {
  const Complex trace = stiffness.bulk_modulus * (strain.xx + strain.yy);
  const Complex difference = stiffness.shear_modulus * (strain.xx - strain.yy);
  return {trace + difference, trace - difference, 2.0 * stiffness.shear_modulus * strain.xy};
}

}  // namespace

GreenOperator::Axis::Axis(int elements) {
  for (int mode = 0; mode < elements; ++mode) {
    const double half = std::numbers::pi * mode / elements;
    // At the shortest wave the cosine is exactly zero; rounding would leave a trace of it.
    cosine.push_back(2 * mode == elements ? 0.0 : std::cos(half));
    sine.push_back(std::sin(half));
  }
}

GreenOperator::GreenOperator(int columns, int rows, const Stiffness& stiffness)
    : columns_((require_lattice(columns, rows, stiffness), columns)),
      rows_(rows),
      stiffness_(stiffness),
      fourier_(columns, rows),
      horizontal_(columns),
      vertical_(rows) {}

TensorField GreenOperator::stress(const TensorField& plastic_strain) const {
  auto xx = fourier_.forward(plastic_strain.xx);
  auto yy = fourier_.forward(plastic_strain.yy);
  auto xy = fourier_.forward(plastic_strain.xy);
  std::size_t index = 0;
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows_); ++row) {
    for (std::size_t column = 0; column <= static_cast<std::size_t>(columns_ / 2); ++column, ++index) {
      const Mode plastic{xx[index], yy[index], xy[index]};
      Mode strain{};  // the mean strain is held at zero
      if (index != 0)
        strain = balancing_strain(stress_of(plastic, stiffness_), stiffness_, horizontal_.cosine[column],
                                  horizontal_.sine[column], vertical_.cosine[row], vertical_.sine[row]);
      const Mode elastic{strain.xx - plastic.xx, strain.yy - plastic.yy, strain.xy - plastic.xy};
      const Mode stress = stress_of(elastic, stiffness_);
      xx[index] = stress.xx, yy[index] = stress.yy, xy[index] = stress.xy;
    }
  }
  TensorField result;
  result.xx = fourier_.backward(std::move(xx));
  result.yy = fourier_.backward(std::move(yy));
  result.xy = fourier_.backward(std::move(xy));
  return result;
}

}  // namespace vitrum::elastoplastic
