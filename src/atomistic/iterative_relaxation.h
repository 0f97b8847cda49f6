// Mechanical equilibrium by iteration alone: for interactions whose stiffness has no cheap factor.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "atomistic/approximate_stiffness.h"
#include "atomistic/relaxation.h"

namespace vitrum::atomistic {

using MakeStiffnessProduct = std::function<std::unique_ptr<StiffnessProduct>()>;

/// Those of pairs, for a fast solver that takes more steps, each cheap beside a factor.
RelaxationSettings iterative_relaxation_settings();

/// L-BFGS preconditioned by an approximate stiffness, with the memory of the increments before.
class IterativeRelaxation : public Relaxation {
 public:
  /// The force field must outlive this object.
  IterativeRelaxation(ForceField& force_field, std::unique_ptr<ApproximateStiffness> approximate,
                      MakeStiffnessProduct make_product, const RelaxationSettings& settings)
      : Relaxation(force_field, settings),
        force_field_(force_field),
        approximate_(std::move(approximate)),
        make_product_(std::move(make_product)) {}

  /// To the nearest minimum, from however far away.
  /// @throws PhysicsError with the residual when none is found.
  MinimiserReport quench(Configuration& configuration);

  Group snapshot() const override;
  void restore(const Group& snapshot, const Configuration& like) override;

 private:
  bool ready() const override { return approximate_->ready(); }
  bool is_stale(int evaluations) const override { return evaluations > settings().stale; }
  bool renew(const Configuration& configuration) override;
  MinimiserReport fast(Configuration& configuration, std::vector<double>& forces) override;
  int price() const override;
  /// After an event the stiffness is another one.
  void forget_neighbours() override { memory_ = {}; }
  std::unique_ptr<StiffnessProduct> stiffness_product() override { return make_product_(); }

  ForceField& force_field_;
  std::unique_ptr<ApproximateStiffness> approximate_;
  MakeStiffnessProduct make_product_;
  MinimiserMemory memory_;
};

}  // namespace vitrum::atomistic
