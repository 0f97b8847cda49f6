// A symmetric tensor for every element of a lattice.
#pragma once

#include <cstddef>
#include <vector>

#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// Components of a symmetric 2D tensor on all elements; element (column, row) stands at index
/// row * columns + column. True tensor components, no factor 2.
struct TensorField {
  explicit TensorField(std::size_t elements = 0) : xx(elements), yy(elements), xy(elements) {}

  SymmetricTensor at(std::size_t element) const {
    SymmetricTensor tensor;
    tensor.xx = xx[element], tensor.yy = yy[element], tensor.xy = xy[element];
    return tensor;
  }
  void set(std::size_t element, const SymmetricTensor& tensor) {
    xx[element] = tensor.xx, yy[element] = tensor.yy, xy[element] = tensor.xy;
  }

  std::vector<double> xx, yy, xy;
};

}  // namespace vitrum::elastoplastic
