// Cholesky factors of sparse symmetric matrices in single precision: for preconditioners and time steps,
// which need speed and not the last digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "math/elimination.h"
#include "math/sparse_symmetric.h"

namespace vitrum {

/// L with P A P^T = L L^T, in supernodes that are stored dense; half the memory, and on vector units twice
/// the speed, of double precision. What factorise() computes depends on the matrix and the elimination order
/// alone, to the last bit, on all processors with vectors of eight numbers (AVX2) or more.
class SinglePrecisionCholesky {
 public:
  /// Prepares for matrices with the pattern of `matrix`, eliminating its blocks in the given order. Where two
  /// blocks couple, all of their unknowns must have entries.
  /// @throws InputError when `order` does not fit, see elimination_order().
  void prepare(const SparseSymmetric& matrix, const std::vector<int>& order);

  /// Factorises matrix + shift * identity; the pattern must be the one prepared for. `pin` is added to the
  /// diagonal of the unknowns of the last block in the order: it holds a matrix whose only zero modes are
  /// uniform translations. False, and no factor is kept, when the result is not positive definite within the
  /// precision, some 1e-6 of the largest eigenvalue.
  bool factorise(const SparseSymmetric& matrix, double shift, double pin = 0);

  bool has_factor() const { return complete_; }
  /// Floating-point operations of a factorisation.
  double operations() const { return operations_; }

  /// Replaces b by x with A x = b to about six digits of the largest component.
  /// @throws InputError without a factor, or when b is not as long as the matrix.
  void solve(std::vector<double>& right_side);

 private:
  /// Columns first_column .. + columns as a dense block: column c begins at values + c * stride; row r of it
  /// is row row_[row + r] of the factor, the first `columns` of them the supernode's own. Strides, and the
  /// number of columns stored, are rounded up to what vector units like.
  struct Supernode {
    std::size_t first_column, columns, rows, stride, row, values;
  };

  void place_entries(const SparseSymmetric& matrix);
  void number_rows(const Supernode& node);
  void update_by_descendants(std::size_t s);
  void queue(std::size_t descendant, std::size_t from_row);

  std::vector<Supernode> supernodes_;
  std::vector<int> row_, permutation_;
  std::vector<std::uint32_t> owner_;  // of each column of the factor: its supernode
  std::vector<std::size_t> place_;    // of each entry of the matrix: where it stands in value_
  std::vector<std::size_t> pinned_;   // diagonal entries of the last block
  std::vector<float> value_;
  double operations_ = 0;
  bool complete_ = false;

  // While a factor is made: descendants that wait for each supernode, as linked lists, the row at which each
  // goes on, and the place of each row in the present supernode.
  std::vector<std::size_t> waiting_, next_, progress_;
  std::vector<int> local_;
  std::vector<float> product_, x_, work_;
};

}  // namespace vitrum
