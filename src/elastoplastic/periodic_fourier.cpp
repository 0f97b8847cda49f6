#include "elastoplastic/periodic_fourier.h"

#include <fftw3.h>

#include <mutex>

namespace vitrum::elastoplastic {

namespace {

// FFTW's planner keeps global tables: only one thread may be in it.
std::mutex& planner() {
  static std::mutex mutex;
  return mutex;
}

fftw_complex* raw(FourierModes& modes) { return reinterpret_cast<fftw_complex*>(modes.data()); }

// FFTW_ESTIMATE chooses a plan without timing it, so that every run takes the same one and rounds alike.
constexpr unsigned flags = FFTW_ESTIMATE;

}  // namespace

void PeriodicFourier::Destroy::operator()(fftw_plan_s* plan) const {
  const std::scoped_lock lock(planner());
  fftw_destroy_plan(plan);
}

PeriodicFourier::PeriodicFourier(int columns, int rows)
    : elements_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)),
      modes_(static_cast<std::size_t>(columns / 2 + 1) * static_cast<std::size_t>(rows)) {
  FourierField field(elements_);
  FourierModes modes(modes_);
  const std::scoped_lock lock(planner());
  forward_.reset(fftw_plan_dft_r2c_2d(rows, columns, field.data(), raw(modes), flags));
  backward_.reset(fftw_plan_dft_c2r_2d(rows, columns, raw(modes), field.data(), flags));
}

std::vector<std::complex<double>> PeriodicFourier::forward(const std::vector<double>& field) const {
  FourierField copy(field.begin(), field.end());
  FourierModes modes(modes_);
  forward(copy, modes);
  return {modes.begin(), modes.end()};
}

std::vector<double> PeriodicFourier::backward(const std::vector<std::complex<double>>& modes) const {
  FourierModes copy(modes.begin(), modes.end());
  FourierField field(elements_);
  backward(copy, field);
  return {field.begin(), field.end()};
}

void PeriodicFourier::forward(FourierField& field, FourierModes& modes) const {
  fftw_execute_dft_r2c(forward_.get(), field.data(), raw(modes));
}

void PeriodicFourier::backward(FourierModes& modes, FourierField& field) const {
  fftw_execute_dft_c2r(backward_.get(), raw(modes), field.data());
  const double share = 1.0 / static_cast<double>(elements_);
  for (double& value : field) value *= share;
}

}  // namespace vitrum::elastoplastic
