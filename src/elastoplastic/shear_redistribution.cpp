#include "elastoplastic/shear_redistribution.h"

#include <algorithm>

#include "elastoplastic/green_operator.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

ShearRedistribution::ShearRedistribution(int columns, int rows, double bulk_to_shear)
    : fourier_(columns, rows),
      field_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)),
      modes_(fourier_.modes()) {
  TensorField plastic(elements());
  plastic.set(0, slip_tensor(0));
  const std::vector<double> stress = GreenOperator(columns, rows, {1, bulk_to_shear}).stress(plastic).xy;
  std::copy(stress.begin(), stress.end(), field_.begin());
  field_[0] += 1;
  fourier_.forward(field_, modes_);
  for (const std::complex<double>& mode : modes_) factors_.push_back(mode.real());
  factors_[0] = 0;  // to the last bit: the macroscopic strain is held
}

void ShearRedistribution::strain_of(const std::vector<double>& plastic_shear, std::vector<double>& strain) {
  std::copy(plastic_shear.begin(), plastic_shear.end(), field_.begin());
  fourier_.forward(field_, modes_);
  for (std::size_t i = 0; i < modes_.size(); ++i) modes_[i] *= factors_[i];
  fourier_.backward(modes_, field_);
  std::copy(field_.begin(), field_.end(), strain.begin());
}

}  // namespace vitrum::elastoplastic
