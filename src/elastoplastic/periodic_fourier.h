// Discrete Fourier transform of real fields on a periodic lattice.
#pragma once

#include <complex>
#include <memory>
#include <vector>

struct fftw_plan_s;

namespace vitrum::elastoplastic {

/// Transforms real fields of `columns` x `rows` values (row-major) to their Fourier modes and back. Modes
/// are row-major too, rows x (columns / 2 + 1): the other half follows from the field being real. The
/// objects may be made, used and destroyed in several threads at once.
class PeriodicFourier {
 public:
  PeriodicFourier(int columns, int rows);

  std::size_t modes() const { return modes_; }

  /// Sum over elements of field * exp(-i q r).
  std::vector<std::complex<double>> forward(const std::vector<double>& field) const;
  /// Inverse of forward, division by the number of elements included.
  std::vector<double> backward(std::vector<std::complex<double>> modes) const;

  /// The same into vectors of the right lengths; what they are made from is overwritten.
  void forward(std::vector<double>& field, std::vector<std::complex<double>>& modes) const;
  void backward(std::vector<std::complex<double>>& modes, std::vector<double>& field) const;

 private:
  struct Destroy {
    void operator()(fftw_plan_s* plan) const;
  };
  std::size_t elements_, modes_;
  std::unique_ptr<fftw_plan_s, Destroy> forward_, backward_;
};

}  // namespace vitrum::elastoplastic
