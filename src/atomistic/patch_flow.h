// Steepest descent of a patch in continuous time: into which minimum it falls.
#pragma once

#include <vector>

#include "atomistic/patch.h"
#include "atomistic/patch_equilibrium.h"
#include "atomistic/patch_stiffness.h"
#include "math/krylov_space.h"

namespace vitrum::atomistic {

struct PatchFlowSettings {
  double tolerance = 1e-4;  ///< error of a step, largest coordinate
  double near = 0.01;       ///< a minimum is finished by Newton's method from within this distance
  int steps = 20000;        ///< most steps of one flow
  PatchEquilibriumSettings equilibrium;
};

/// Integrates dx/dt = f(x) at fixed strain by the exponential Rosenbrock method of flow_step.h, until
/// Newton's method finds the minimum nearby.
class PatchFlow {
 public:
  /// Both must outlive this object.
  PatchFlow(Patch& patch, PatchStiffness& stiffness, PatchFlowSettings settings)
      : patch_(patch), stiffness_(stiffness), settings_(settings), equilibrium_(patch, stiffness) {}

  /// Goes from `point` to the minimum that the flow leads to.
  /// @throws PhysicsError when the steps do not suffice.
  PatchState fall(PatchPoint& point);
  int steps() const { return steps_; }

 private:
  bool try_step();
  void adapt(double length, double error, bool was_held_back);
  /// Replaces the vector by f(A) of it, accurate for length h; false when the space would be too large.
  bool extend(KrylovSpace& space, int k, double h);
  std::vector<float> rows_of(const std::vector<double>& vector) const;
  double distance_to_rest();
  bool finish(PatchPoint& point, PatchState& state);

  Patch& patch_;
  PatchStiffness& stiffness_;
  PatchFlowSettings settings_;
  PatchEquilibrium equilibrium_;
  KrylovSpace along_forces_, along_change_;
  PatchPoint point_, middle_, end_;
  PatchState state_, end_state_;
  std::vector<double> forces_, change_, end_forces_;
  std::vector<float> rows_, pulls_;
  double step_ = 0, last_step_ = 0, before_last_step_ = 0, last_error_ = 0;
  bool held_back_ = false;
  int steps_ = 0, dimension_ = 0;
};

}  // namespace vitrum::atomistic
