// A preconditioner for metals: the stiffness between nearest neighbours, roughly inverted.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "math/incomplete_cholesky.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// Turns forces into displacements that would about balance them: an incomplete Cholesky factor of the
/// stiffness of those pairs that are nearer than `shell_radius` when it is made, F' of their atoms held (the
/// first sum of EamHessian), with negative stiffnesses along and across the bond left out. It is always
/// positive definite, so it says nothing of stability. The whole stiffness of a metal couples all neighbours
/// of an atom with each other; its factor in three dimensions would cost more than it saves.
class ShellStiffness {
 public:
  /// The first shell of Cu-Zr glasses, in angstrom.
  static constexpr double shell_radius = 3.6;

  explicit ShellStiffness(std::shared_ptr<const EamPotential> potential) : potential_(std::move(potential)) {}

  /// Makes the factor for this configuration, of which it is a function and of nothing else.
  void renew(const Configuration& configuration);
  bool ready() const { return factor_.has_factor(); }
  /// Replaces forces by displacements. Requires ready().
  void apply(std::vector<double>& vector);

  Group snapshot() const;
  /// Makes the factor again.
  void restore(const Group& snapshot, const Configuration& like);

 private:
  std::shared_ptr<const EamPotential> potential_;
  Configuration made_for_;
  std::vector<std::size_t> row_of_;  // of each atom: its row of blocks, in the order of a neighbour list
  IncompleteCholesky factor_;
  std::vector<float> rows_;
};

}  // namespace vitrum::atomistic
