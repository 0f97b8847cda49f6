// The stiffness of a patch's free atoms: factorised, and as springs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "atomistic/patch.h"
#include "math/single_precision_cholesky.h"
#include "math/sparse_symmetric.h"

namespace vitrum::atomistic {

/// Second derivatives of the energy with respect to where the free atoms are, at one point.
class PatchStiffness {
 public:
  /// The patch must outlive this object.
  explicit PatchStiffness(Patch& patch) : patch_(&patch) {}

  /// Lets the next factorise() find a new elimination order: for another patch.
  void forget_order() { order_.clear(); }
  /// Takes the stiffness at this point.
  void set(const PatchPoint& point);
  /// The same, and drive().
  void set_with_drive(const PatchPoint& point);
  /// Forces that a further affine strain of all atoms would cause, per strain, at the point of the last
  /// set_with_drive().
  const std::vector<double>& drive() const { return drive_; }
  /// As of the last factorise().
  const SparseSymmetric& matrix() const { return matrix_; }

  /// Factorises it. False when it is not positive definite, within single precision; the last factor is lost.
  bool factorise();
  /// Replaces forces by the displacements that balance them, by the last factor, to six digits.
  void solve(std::vector<double>& vector) { cholesky_.solve(vector); }

  /// The forces -K u. Both have a row for each free atom and one more, which is zero.
  void pull(const float* displacements, float* forces);

 private:
  void arrange_matrix();
  void arrange_springs();
  void fill_matrix();
  void fill_springs();

  Patch* patch_;
  std::vector<Bond> bonds_;
  std::vector<double> drive_;
  std::uint64_t arranged_for_ = 0;
  SparseSymmetric matrix_;
  std::vector<std::size_t> place_;  // of each bond's block below the diagonal; or none
  std::vector<int> order_;
  SinglePrecisionCholesky cholesky_;
  bool prepared_ = false, springs_are_set_ = false;
  std::vector<std::uint32_t> begin_, row_;  // of the springs, see SpringProblem
  std::vector<std::uint32_t> spring_;       // of each bond: its two places; or none
  std::vector<float> columns_;
};

}  // namespace vitrum::atomistic
