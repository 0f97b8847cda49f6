// Product of a sparse symmetric matrix and a vector.
#pragma once

#include <vector>

#include "math/sparse_cholesky.h"

namespace vitrum {

/// matrix * vector, with the triangle above the diagonal filled in by symmetry.
inline std::vector<double> product(const SparseSymmetric& matrix, const std::vector<double>& vector) {
  std::vector<double> result(matrix.size(), 0.0);
  for (std::size_t column = 0; column < matrix.size(); ++column) {
    const auto begin = static_cast<std::size_t>(matrix.column_begin[column]);
    const auto end = static_cast<std::size_t>(matrix.column_begin[column + 1]);
    double sum = matrix.value[begin] * vector[column];
    for (std::size_t k = begin + 1; k < end; ++k) {
      const auto row = static_cast<std::size_t>(matrix.row[k]);
      result[row] += matrix.value[k] * vector[column];
      sum += matrix.value[k] * vector[row];
    }
    result[column] += sum;
  }
  return result;
}

}  // namespace vitrum
