// Direct solution of sparse symmetric positive definite systems (CHOLMOD).
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace vitrum {

/// The lower triangle of a symmetric matrix, by columns: the entries of column c stand at
/// column_begin[c] to column_begin[c+1] - 1, rows ascending, the diagonal first.
struct SparseSymmetric {
  std::vector<int> column_begin{0};
  std::vector<int> row;
  std::vector<double> value;

  std::size_t size() const { return column_begin.size() - 1; }
};

/// A Cholesky factor, sequential, for one thread at a time; several objects may work in several threads.
/// What factorise() computes depends on the matrix, the shift and the elimination order alone.
class SparseCholesky {
 public:
  SparseCholesky();
  ~SparseCholesky();
  SparseCholesky(SparseCholesky&&) noexcept;
  SparseCholesky& operator=(SparseCholesky&&) noexcept;

  /// Finds an elimination order with little fill, by approximate minimum degree. `block` consecutive unknowns
  /// (the coordinates of one atom) couple alike and stay together; the order is that of the blocks.
  std::vector<int> find_order(const SparseSymmetric& matrix, int block);

  /// Prepares for matrices with the pattern of `matrix`, eliminating its blocks in the given order.
  /// @throws InputError when `order` is not a permutation of the blocks.
  void prepare(const SparseSymmetric& matrix, const std::vector<int>& order);

  /// Factorises matrix + shift * identity; the pattern must be the one prepared for. False, and no
  /// factor is kept, when that is not positive definite.
  bool factorise(const SparseSymmetric& matrix, double shift = 0);

  bool has_factor() const;
  /// Non-zeros of the factor.
  std::size_t fill() const;

  /// Solves in place with the factor of the last successful factorise().
  void solve(std::vector<double>& right_side);
  /// The same in single precision, several times faster: for preconditioners. The result solves a system
  /// whose matrix differs in about the seventh digit. The first call after a factorise() copies the factor.
  void solve_roughly(std::vector<double>& right_side);

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace vitrum
