#include "elastoplastic/green_operator.h"

#include <cmath>
#include <complex>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

using Complex = std::complex<double>;

struct FourierMode {
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

/// Strain of the mode that balances the stress `load`.
FourierMode balancing_strain(const FourierMode& load, const ModeStiffness& k) {
  const double determinant = k.determinant();
  const Complex force_x = k.gradient_x * load.xx + k.gradient_y * load.xy;
  const Complex force_y = k.gradient_x * load.xy + k.gradient_y * load.yy;
  const Complex u_x = (k.yy * force_x - k.xy * force_y) / determinant;
  const Complex u_y = (k.xx * force_y - k.xy * force_x) / determinant;
  return {k.gradient_x * u_x, k.gradient_y * u_y, 0.5 * (k.gradient_x * u_y + k.gradient_y * u_x)};
}

FourierMode stress_of(const FourierMode& strain, const Stiffness& stiffness) {
  const Complex trace = stiffness.bulk_modulus * (strain.xx + strain.yy);
  const Complex difference = stiffness.shear_modulus * (strain.xx - strain.yy);
  return {trace + difference, trace - difference, 2.0 * stiffness.shear_modulus * strain.xy};
}

}  // namespace

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
      const FourierMode plastic{xx[index], yy[index], xy[index]};
      FourierMode strain{};  // the mean strain is held at zero
      if (index != 0)
        strain = balancing_strain(stress_of(plastic, stiffness_),
                                  {stiffness_, horizontal_.cosine[column], horizontal_.sine[column],
                                   vertical_.cosine[row], vertical_.sine[row]});
      const FourierMode elastic{strain.xx - plastic.xx, strain.yy - plastic.yy, strain.xy - plastic.xy};
      const FourierMode stress = stress_of(elastic, stiffness_);
      xx[index] = stress.xx, yy[index] = stress.yy, xy[index] = stress.xy;
    }
  }
  TensorField result;
  result.xx = fourier_.backward(xx);
  result.yy = fourier_.backward(yy);
  result.xy = fourier_.backward(xy);
  return result;
}

}  // namespace vitrum::elastoplastic
