// Steepest descent in continuous time, dx/dt = f(x), integrated finely: the reference of the study.
#pragma once

#include "minimisers/descent.h"

namespace vitrum::bench {

struct SteepestDescentSettings {
  double tolerance = 2e-6;  ///< error of a step, largest coordinate, length
  int most_stages = 199;    ///< evaluations in one step
  double deep = 1e-5;       ///< largest force component below which a basin's bottom may be near
  double near = 1e-3;       ///< largest coordinate of the way to the bottom that is left to Newton's method
};

/// Explicit steps only, by the Runge-Kutta-Legendre method of second order RKL2 (Meyer, Balsara and Aslam,
/// J. Comput. Phys. 257, 594 (2014)), whose stable step grows with the square of its stages. It shares no
/// code with the flow of the library but the forces. The flow ends where settle() finds the minimum that it
/// is about to reach.
/// @throws PhysicsError when it gets nowhere.
Descent steepest_descent(atomistic::PairForceField& force_field, const atomistic::Configuration& start,
                         const SteepestDescentSettings& settings = {});

/// Forward Euler steps of `share` / (largest stiffness), the plainest integration there is.
Descent euler_descent(atomistic::PairForceField& force_field, const atomistic::Configuration& start,
                      double share = 0.2);

}  // namespace vitrum::bench
