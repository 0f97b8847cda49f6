#include "elastoplastic/slip_spectrum.h"

#include <algorithm>
#include <complex>

namespace vitrum::elastoplastic {

namespace {

std::vector<double> real_modes(const PeriodicFourier& fourier, const std::vector<double>& response) {
  FourierField field(response.begin(), response.end());
  FourierModes modes(fourier.modes());
  fourier.forward(field, modes);
  std::vector<double> real;
  real.reserve(modes.size());
  for (const std::complex<double>& mode : modes) real.push_back(mode.real());
  return real;
}

// a x + b y, mode by mode.
void combine(const std::vector<double>& a, const FourierModes& x, const std::vector<double>& b,
             const FourierModes& y, FourierModes& out) {
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = {a[i] * x[i].real() + b[i] * y[i].real(), a[i] * x[i].imag() + b[i] * y[i].imag()};
}

}  // namespace

SlipSpectrum::SlipSpectrum(int columns, int rows, const SlipKernel& kernel, bool with_pressure)
    : fourier_(columns, rows),
      slip_diagonal_(kernel.elements()),
      slip_shear_(kernel.elements()),
      sum_(kernel.elements()),
      modes_diagonal_(fourier_.modes()),
      modes_shear_(fourier_.modes()),
      modes_(fourier_.modes()) {
  const StressField to_diagonal = kernel.response({1, 0});
  const StressField to_shear = kernel.response({0, 1});
  diagonal_diagonal_ = real_modes(fourier_, to_diagonal.diagonal);
  diagonal_shear_ = real_modes(fourier_, to_shear.diagonal);
  shear_shear_ = real_modes(fourier_, to_shear.shear);
  if (!with_pressure) return;
  pressure_diagonal_ = real_modes(fourier_, to_diagonal.pressure);
  pressure_shear_ = real_modes(fourier_, to_shear.pressure);
}

void SlipSpectrum::add(std::span<const ElementSlip> slips, StressField& stress) {
  std::fill(slip_diagonal_.begin(), slip_diagonal_.end(), 0.0);
  std::fill(slip_shear_.begin(), slip_shear_.end(), 0.0);
  for (const auto& [element, slip] : slips) {
    slip_diagonal_[element] += slip.diagonal;
    slip_shear_[element] += slip.shear;
  }
  fourier_.forward(slip_diagonal_, modes_diagonal_);
  fourier_.forward(slip_shear_, modes_shear_);
  combine(diagonal_diagonal_, modes_diagonal_, diagonal_shear_, modes_shear_, modes_);
  add_back(stress.diagonal);
  combine(diagonal_shear_, modes_diagonal_, shear_shear_, modes_shear_, modes_);
  add_back(stress.shear);
  if (!stress.has_pressure()) return;
  combine(pressure_diagonal_, modes_diagonal_, pressure_shear_, modes_shear_, modes_);
  add_back(stress.pressure);
}

void SlipSpectrum::add_back(std::vector<double>& field) {
  fourier_.backward(modes_, sum_);
  for (std::size_t i = 0; i < field.size(); ++i) field[i] += sum_[i];
}

}  // namespace vitrum::elastoplastic
