// Forces on the nodes of a lattice of finite elements from their displacements, without a matrix.
#pragma once

#include <cstddef>
#include <vector>

#include "elastoplastic/element_lattice.h"

namespace vitrum::elastoplastic {

/// The stiffness matrix of all nodes as an operation on fields; translations cause no forces.
class StiffnessProduct {
 public:
  explicit StiffnessProduct(const ElementLattice& lattice);

  /// Sets `force` to stiffness * displacement. For one thread at a time.
  void operator()(const NodeField& displacement, NodeField& force);

 private:
  /// What a row of elements does to its corners: half of stress_xx + stress_xy and so on, and the hourglass
  /// force. The last element stands once more in front of the first.
  struct ElementRow {
    std::vector<double> x_sum, x_difference, y_sum, y_difference, hourglass_x, hourglass_y;
  };

  void deform(std::size_t row, const NodeField& displacement, ElementRow& out) const;

  std::size_t columns_, rows_;
  std::vector<double> shear_, bulk_, hourglass_;
  ElementRow below_, above_;
};

}  // namespace vitrum::elastoplastic
