// A bi-periodic lattice of finite elements, each with its own stiffness.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "elastoplastic/node_field.h"
#include "elastoplastic/stiffness.h"
#include "elastoplastic/tensor_field.h"
#include "math/sparse_symmetric.h"

namespace vitrum::elastoplastic {

/// Unit squares (square_element.h). Strains are averages over elements; stresses are uniform in an element.
/// Displacements are periodic: a macroscopic strain is not part of them.
class ElementLattice {
 public:
  /// @param stiffness of element (column, row) at row * columns + column.
  /// @throws InputError when there are fewer than two columns or rows, the number of stiffnesses is another
  /// one than that of elements, or a modulus is not positive and finite.
  ElementLattice(int columns, int rows, std::vector<Stiffness> stiffness);

  int columns() const { return static_cast<int>(columns_); }
  int rows() const { return static_cast<int>(rows_); }
  std::size_t elements() const { return stiffness_.size(); }
  const Stiffness& stiffness(std::size_t element) const { return stiffness_[element]; }

  /// Numbers of an element's corner nodes, in the order of square_element.h.
  std::array<std::size_t, 4> corners(std::size_t element) const;

  /// Average strain of every element.
  TensorField strain(const NodeField& displacement) const;

  /// Forces that a stress of the elements, C : plastic strain for instance, exerts on the nodes: the
  /// transpose of strain(), so that stiffness * displacement = forces(C : (plastic strain - macroscopic
  /// strain)) in equilibrium.
  NodeField forces(const TensorField& stress) const;
  /// Adds those of one element.
  void add_forces(std::size_t element, double stress_xx, double stress_yy, double stress_xy,
                  NodeField& forces) const;

  /// The stiffness matrix of all nodes but node 0, which is held: displacements x, y of nodes 1, 2, ...
  SparseSymmetric pinned_matrix() const;

 private:
  std::size_t columns_, rows_;
  std::vector<Stiffness> stiffness_;
};

}  // namespace vitrum::elastoplastic
