// Discrete Fourier transform of real fields on a periodic lattice.
#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <new>
#include <vector>

struct fftw_plan_s;

namespace vitrum::elastoplastic {

/// Numbers that begin where vector instructions like it, always: which instructions a transform takes must
/// not depend on where memory happened to be free.
template <class T>
struct VectorAlignment {
  using value_type = T;
  VectorAlignment() = default;
  template <class U>
  explicit VectorAlignment(const VectorAlignment<U>&) {}
  T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, alignment); }
  template <class U>
  bool operator==(const VectorAlignment<U>&) const {
    return true;
  }
  static constexpr std::align_val_t alignment{64};
};

using FourierField = std::vector<double, VectorAlignment<double>>;
using FourierModes = std::vector<std::complex<double>, VectorAlignment<std::complex<double>>>;

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
  std::vector<double> backward(const std::vector<std::complex<double>>& modes) const;

  /// The same into vectors of the right lengths; what they are made from is overwritten.
  void forward(FourierField& field, FourierModes& modes) const;
  void backward(FourierModes& modes, FourierField& field) const;

 private:
  struct Destroy {
    void operator()(fftw_plan_s* plan) const;
  };
  std::size_t elements_, modes_;
  std::unique_ptr<fftw_plan_s, Destroy> forward_, backward_;
};

}  // namespace vitrum::elastoplastic
