// Direct solution of sparse symmetric positive definite systems to full precision (CHOLMOD).
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "math/sparse_symmetric.h"

namespace vitrum {

/// A Cholesky factor, sequential, for one thread at a time; several objects may work in several threads.
/// What factorise() computes depends on the matrix, the shift and the elimination order alone.
class SparseCholesky {
 public:
  SparseCholesky();
  ~SparseCholesky();
  SparseCholesky(SparseCholesky&&) noexcept;
  SparseCholesky& operator=(SparseCholesky&&) noexcept;

  /// Prepares for matrices with the pattern of `matrix`, eliminating its blocks in the given order.
  /// @throws InputError when `order` does not fit, see elimination_order().
  void prepare(const SparseSymmetric& matrix, const std::vector<int>& order);

  /// Factorises matrix + shift * identity; the pattern must be the one prepared for. False, and no
  /// factor is kept, when that is not positive definite.
  bool factorise(const SparseSymmetric& matrix, double shift = 0);

  bool has_factor() const;

  /// Solves in place with the factor of the last successful factorise().
  void solve(std::vector<double>& right_side);

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace vitrum
