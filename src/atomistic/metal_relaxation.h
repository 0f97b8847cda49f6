// Mechanical equilibrium of metals.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "atomistic/relaxation.h"
#include "atomistic/shell_stiffness.h"

namespace vitrum::atomistic {

/// Those of a glass of metals in angstrom and electronvolts: forces of 1e-6 eV/A left in the largest
/// component. An increment of 1e-4 in strain changes forces by 5e-4 eV/A, so that much more would leave
/// increments without relaxation.
RelaxationSettings metal_relaxation_settings();

/// L-BFGS preconditioned by ShellStiffness, with the memory of the increments before.
class MetalRelaxation : public Relaxation {
 public:
  /// The force field must outlive this object.
  MetalRelaxation(EamForceField& force_field, std::shared_ptr<const EamPotential> potential,
                  const RelaxationSettings& settings)
      : Relaxation(force_field, settings), force_field_(force_field), shell_(std::move(potential)) {}

  /// To the nearest minimum, from however far away.
  /// @throws PhysicsError with the residual when none is found.
  MinimiserReport quench(Configuration& configuration);

  Group snapshot() const override;
  void restore(const Group& snapshot, const Configuration& like) override;

 private:
  bool ready() const override { return shell_.ready(); }
  bool is_stale(int evaluations) const override { return evaluations > settings().stale; }
  bool renew(const Configuration& configuration) override;
  MinimiserReport fast(Configuration& configuration, std::vector<double>& forces) override;
  int price() const override;
  /// After an event the stiffness is another one.
  void forget_neighbours() override { memory_ = {}; }
  std::unique_ptr<StiffnessProduct> stiffness_product() override {
    return eam_stiffness_product(force_field_);
  }

  EamForceField& force_field_;
  ShellStiffness shell_;
  MinimiserMemory memory_;
};

}  // namespace vitrum::atomistic
