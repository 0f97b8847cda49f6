// Steepest descent in continuous time: the path of an overdamped system.
#pragma once

#include <vector>

#include "atomistic/flow_step.h"

namespace vitrum::atomistic {

struct FlowSettings {
  double tolerance = 2e-3;  ///< error of a step, largest coordinate, length
  int steps = 20000;        ///< most steps of one flow
  int most_stages = 60;     ///< explicit steps up to this many evaluations, implicit ones beyond
  double rest = 2;  ///< the flow comes to rest when a step longer than this, in time, calms all forces
};

/// Integrates dx/dt = f(x), f the forces, at fixed box, with steps as long as the tolerance allows:
/// explicit ones where atoms rearrange, implicit ones where the flow creeps.
class GradientFlow {
 public:
  /// The force field must outlive this object. `order`: elimination order of the stiffness, or empty.
  GradientFlow(PairForceField& force_field, FlowSettings settings, std::vector<int> order);

  /// Begins at this configuration.
  void begin(const Configuration& start);
  /// Makes at least one step, and more until the flow is at rest (true) or the steps are used up (false).
  bool run_to_rest();

  const FlowPoint& point() const { return point_; }
  double residual() const;
  double time() const { return time_; }
  int steps() const { return steps_; }

 private:
  bool try_step();

  PairForceField& force_field_;
  FlowSettings settings_;
  ChebyshevStepper explicit_;
  ImplicitStepper implicit_;
  FlowPoint point_;
  double stiffness_ = 0;
  double time_ = 0, time_step_ = 0;
  int steps_ = 0;
  double slackening_ = 1;   // largest force after the last step over that before it
  bool held_back_ = false;  // the last attempt was rejected
};

}  // namespace vitrum::atomistic
