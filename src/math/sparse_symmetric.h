// Sparse symmetric matrices.
#pragma once

#include <cstddef>
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

}  // namespace vitrum
