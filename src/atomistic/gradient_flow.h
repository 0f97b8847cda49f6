// Steepest descent in continuous time: the path of an overdamped system.
#pragma once

#include <vector>

#include "atomistic/flow_step.h"
#include "atomistic/largest_stiffness.h"

namespace vitrum::atomistic {

struct FlowSettings {
  double tolerance = 1e-4;  ///< error of a step, largest coordinate, length
  int steps = 20000;        ///< most steps of one flow
};

/// Integrates dx/dt = f(x), f the forces, at fixed box, with steps as long as the tolerance allows:
/// explicit ones where atoms rearrange, implicit ones where the flow creeps.
class GradientFlow {
 public:
  /// The force field must outlive this object.
  /// @param most_stages explicit steps up to this many evaluations, implicit ones beyond.
  /// @param order elimination order of the stiffness, or empty.
  GradientFlow(PairForceField& force_field, FlowSettings settings, int most_stages, std::vector<int> order);

  /// Begins at this configuration.
  void begin(const Configuration& start);
  /// Makes a step; false when all steps are used up.
  bool advance();

  const FlowPoint& point() const { return point_; }
  double residual() const;
  double time() const { return time_; }
  int steps() const { return steps_; }
  /// Evaluations made since the beginning; an implicit step counts as `most_stages`.
  int cost() const { return cost_; }
  /// The largest force fell in the last step.
  bool calms_down() const { return calms_down_; }

 private:
  bool try_step();
  void estimate_stiffness(int iterations);
  double next_step(double error) const;

  PairForceField& force_field_;
  FlowSettings settings_;
  int most_stages_;
  ChebyshevStepper explicit_;
  ImplicitStepper implicit_;
  LargestStiffness largest_stiffness_;
  FlowPoint point_;
  double stiffness_ = 0;
  double time_ = 0, time_step_ = 0;
  double last_step_ = 0, last_error_ = 0;
  int steps_ = 0, cost_ = 0;
  bool calms_down_ = false;
  bool held_back_ = false;  // the last attempt was rejected
};

}  // namespace vitrum::atomistic
