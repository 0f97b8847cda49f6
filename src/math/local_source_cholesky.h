// Direct solution of sparse symmetric positive definite systems for right sides that are mostly zero.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "math/sparse_symmetric.h"

namespace vitrum {

/// A Cholesky factor (CHOLMOD) whose solutions leave out what the zeros of the right sides make zero. A
/// source at one point of a grid of n points then costs some n log n numbers read instead of twice as many,
/// and the response at its own place hardly anything. For one thread at a time; what it computes depends on
/// its arguments alone.
class LocalSourceCholesky {
 public:
  /// Eliminates the blocks of the matrix in the given order.
  /// @throws InputError when the order does not fit (elimination.h), PhysicsError when the matrix is not
  /// positive definite or memory runs out.
  LocalSourceCholesky(const SparseSymmetric& matrix, const std::vector<int>& order);
  ~LocalSourceCholesky();
  LocalSourceCholesky(LocalSourceCholesky&&) noexcept;
  LocalSourceCholesky& operator=(LocalSourceCholesky&&) noexcept;

  /// Unknowns.
  std::size_t size() const;

  /// Solves in place for `count` right sides at once, which costs less than one by one: those of unknown u
  /// stand at u * count and after.
  void solve(std::vector<double>& right_sides, std::size_t count);

  /// The products b_i A^-1 b_j of the right sides with each other's solutions, at i * count + j.
  std::vector<double> products(const std::vector<double>& right_sides, std::size_t count);

 private:
  struct Factor;
  std::unique_ptr<Factor> factor_;
};

}  // namespace vitrum
