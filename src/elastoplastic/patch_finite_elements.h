// Finite elements of a square block whose boundary does not move.
#pragma once

#include <Eigen/Sparse>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "elastoplastic/elasticity.h"
#include "elastoplastic/stiffness.h"
#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// n x n elements (square_element.h) with all (n + 1)^2 nodes; those on the boundary are held, the others are
/// unknowns. Element (column, row) stands at row * n + column.
class PatchFiniteElements {
 public:
  /// @param stiffness of every element, n * n of them.
  PatchFiniteElements(std::size_t size, std::span<const Stiffness> stiffness);

  std::size_t elements() const { return size_ * size_; }
  const Stiffness& stiffness(std::size_t element) const { return stiffness_[element]; }
  /// Two for each node within, x and y.
  Eigen::Index unknowns() const { return static_cast<Eigen::Index>(2 * (size_ - 1) * (size_ - 1)); }

  /// Adds to column `column` of `forces` those that a stress of one element, C : eigenstrain, exerts on
  /// nodes.
  void add_forces(std::size_t element, const SymmetricTensor& stress, Eigen::MatrixXd& forces,
                  Eigen::Index column) const;
  /// Displacements under these forces, column by column.
  Eigen::MatrixXd solve(const Eigen::MatrixXd& forces) const;
  /// Average strain of an element.
  SymmetricTensor strain(std::size_t element, const Eigen::MatrixXd& displacement, Eigen::Index column) const;

 private:
  static constexpr Eigen::Index held = -1;
  /// First of the two unknowns of each corner of an element, or `held`.
  std::array<Eigen::Index, 4> corners(std::size_t element) const;

  std::size_t size_;
  std::span<const Stiffness> stiffness_;
  Eigen::SimplicialLLT<Eigen::SparseMatrix<double>> factor_;
};

}  // namespace vitrum::elastoplastic
