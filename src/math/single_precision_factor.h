// A copy of a supernodal Cholesky factor in single precision: half the memory to read at each solution.
#pragma once

#include <cstddef>
#include <vector>

struct cholmod_factor_struct;

namespace vitrum {

/// The factor L of P A P^T = L L^T in supernodes: groups of columns with the same rows below, stored dense.
class SinglePrecisionFactor {
 public:
  /// Copies a numeric supernodal factor of real numbers.
  void copy(const cholmod_factor_struct& factor);

  /// Replaces b, of as many numbers as the matrix has rows, by x with A x = b, in single precision.
  void solve(std::vector<double>& right_side);

 private:
  /// A supernode: columns first_column .. + columns, the dense block `rows` x `columns` at `values`,
  /// column by column, and the row numbers at `row`; the first `columns` of them are its own.
  struct Supernode {
    int first_column, columns, rows;
    std::size_t row, values;
  };

  std::vector<Supernode> supernodes_;
  std::vector<int> row_, permutation_;
  std::vector<float> value_;
  std::vector<float> x_, work_;
};

}  // namespace vitrum
