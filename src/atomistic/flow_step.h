// Single time steps of the gradient flow dx/dt = f(x).
#pragma once

#include <vector>

#include "atomistic/hessian.h"
#include "math/single_precision_cholesky.h"

namespace vitrum::atomistic {

/// A point on the flow with what is known there.
struct FlowPoint {
  Configuration configuration;
  Evaluation evaluation;
  std::vector<double> forces;
};

struct FlowStep {
  /// False: the step would take an atom further than half the cut-off, past its neighbours, where it follows
  /// no flow; nothing else is set. Along an unstable mode a long step has no bound.
  bool possible = false;
  FlowPoint end;
  double error = 0;  ///< estimated error of the step, largest coordinate
};

/// Explicit Runge-Kutta-Chebyshev method of second order with many stages, RKC (Sommeijer, Shampine and
/// Verwer, J. Comput. Appl. Math. 88, 315 (1998)). The stable step grows with the square of the number of
/// stages: s evaluations of the forces go as far in time as s^2 / 3 explicit Euler steps at the limit.
class ChebyshevStepper {
 public:
  explicit ChebyshevStepper(PairForceField& force_field) : force_field_(force_field) {}

  /// Stages, and evaluations, that a step of this length needs where the largest stiffness is `stiffness`.
  static int stages(double time_step, double stiffness);
  FlowStep step(const FlowPoint& from, double time_step, int stages);

 private:
  PairForceField& force_field_;
};

/// Linearly implicit method of second order, ode23s (Shampine and Reichelt, SIAM J. Sci. Comput. 18, 1
/// (1997)): one factorisation of the stiffness for a step of any length. L-stable: for long steps it becomes
/// Newton's method.
class ImplicitStepper {
 public:
  ImplicitStepper(PairForceField& force_field, std::vector<int> order);

  /// Not possible when an unstable mode grows faster than this step could follow.
  FlowStep step(const FlowPoint& from, double time_step);

 private:
  PairForceField& force_field_;
  std::vector<int> order_;
  Hessian hessian_;
  SinglePrecisionCholesky cholesky_;
  bool prepared_ = false;
};

}  // namespace vitrum::atomistic
