// A preconditioner for metals: the stiffness between nearest neighbours, roughly inverted.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "atomistic/approximate_stiffness.h"
#include "atomistic/block_factor.h"
#include "atomistic/eam_potential.h"

namespace vitrum::atomistic {

/// Turns forces into displacements that would about balance them: an incomplete Cholesky factor of the
/// stiffness of those pairs that are nearer than `shell_radius` when it is made, F' of their atoms held (the
/// first sum of EamHessian), with negative stiffnesses along and across the bond left out. The whole
/// stiffness of a metal couples all neighbours of an atom with each other; its factor in three dimensions
/// would cost more than it saves.
class ShellStiffness : public ApproximateStiffness {
 public:
  /// The first shell of Cu-Zr glasses, in angstrom.
  static constexpr double shell_radius = 3.6;

  explicit ShellStiffness(std::shared_ptr<const EamPotential> potential) : potential_(std::move(potential)) {}

  void renew(const Configuration& configuration) override;
  bool ready() const override { return factor_.ready(); }
  void apply(std::vector<double>& vector) override { factor_.apply(vector); }

  Group snapshot() const override;
  void restore(const Group& snapshot, const Configuration& like) override;

 private:
  std::shared_ptr<const EamPotential> potential_;
  Configuration made_for_;
  BlockFactor factor_;
};

}  // namespace vitrum::atomistic
