// Functions of a large symmetric matrix, applied to a vector.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace vitrum {

/// The space of b, A b, A A b, ... for a symmetric matrix A that is known by its products only, with Lanczos'
/// basis V of it, in which A is the tridiagonal T: f(A) b is about |b| V f(T) e_1 (Saad, SIAM J. Numer. Anal.
/// 29, 209 (1992)). Vectors are in single precision, so results are good to some 1e-6 of |f(A)| |b|.
class KrylovSpace {
 public:
  /// y = A x, both of the length of b.
  using Product = std::function<void(const float* x, float* y)>;
  using Function = std::function<double(double)>;

  /// Begins with b, dimension 0.
  void begin(const std::vector<float>& b);
  /// Goes on to this dimension, or to where the space is exhausted, and decomposes T.
  void extend(int dimension, const Product& product);

  int dimension() const { return static_cast<int>(diagonal_.size()); }
  /// No product leads out of the space: results are exact.
  bool exhausted() const { return exhausted_; }
  /// Eigenvalues of T, ascending: those of A at the ends of its spectrum are found first. Empty for b = 0.
  const std::vector<double>& eigenvalues() const { return eigenvalues_; }

  /// Sets result = f(A) b.
  void apply(const Function& f, std::vector<float>& result) const;
  /// |b| beta |e_m^T g(T) e_1|, beta the next off-diagonal element of T: for f(a) = h phi_k(h a) and
  /// g(a) = h^2 phi_(k+1)(h a) the leading term of the error of apply() in the 2-norm (Saad, eq. 31).
  double leading_error(const Function& g) const;

 private:
  void decompose();
  std::vector<double> times_first(const Function& f) const;

  std::vector<std::vector<float>> basis_;
  std::vector<float> product_;
  std::vector<double> diagonal_, beside_;           // of T; `beside_` is as long, its last element leads out
  std::vector<double> eigenvalues_, eigenvectors_;  // of T = Q Lambda Q^T; Q column by column
  double scale_ = 0;                                // of the elements of T
  double length_ = 0;                               // |b|
  bool exhausted_ = true;
};

}  // namespace vitrum
