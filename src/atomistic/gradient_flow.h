// Steepest descent in continuous time: the path of an overdamped system.
#pragma once

#include <memory>
#include <utility>

#include "atomistic/flow_step.h"

namespace vitrum::atomistic {

struct FlowSettings {
  double tolerance = 1e-4;  ///< error of a step, largest coordinate, length
  int steps = 20000;        ///< most steps of one flow
};

/// Integrates dx/dt = f(x), f the forces, at fixed box, with steps as long as the tolerance allows.
class GradientFlow {
 public:
  /// The force field must outlive this object.
  GradientFlow(PairForceField& force_field, FlowSettings settings)
      : GradientFlow(force_field, pair_stiffness_product(force_field), settings) {}
  GradientFlow(ForceField& force_field, std::unique_ptr<StiffnessProduct> stiffness, FlowSettings settings)
      : force_field_(force_field), settings_(settings), stepper_(force_field, std::move(stiffness)) {}

  /// Begins at this configuration.
  void begin(const Configuration& start);
  /// Makes a step; false when all steps are used up.
  bool advance();

  const FlowPoint& point() const { return point_; }
  double residual() const;
  double time() const { return time_; }
  int steps() const { return steps_; }
  /// What was done since the beginning, in evaluations of the forces.
  double cost() const { return stepper_.cost(); }
  /// See ExponentialStepper.
  double distance_to_rest(double price, double near) { return stepper_.distance_to_rest(price, near); }

 private:
  bool try_step();
  double next_step(double error) const;

  ForceField& force_field_;
  FlowSettings settings_;
  ExponentialStepper stepper_;
  FlowPoint point_;
  double time_ = 0, time_step_ = 0;
  double last_step_ = 0, before_last_step_ = 0, last_error_ = 0;
  int steps_ = 0;
  bool held_back_ = false;  // the last attempt was rejected
};

}  // namespace vitrum::atomistic
