// Mechanical equilibrium of a strained sample: the heart of athermal quasi-static shear.
#pragma once

#include <vector>

#include "atomistic/gradient_flow.h"
#include "atomistic/minimiser.h"
#include "atomistic/stiffness_factor.h"

namespace vitrum::atomistic {

struct RelaxationSettings {
  double force_tolerance = 1e-10;  ///< largest force component at equilibrium
  int patience = 30;               ///< evaluations after which the fast solver is taken to have failed
  int stale = 12;                  ///< evaluations after which the kept factor is made anew
  double farthest = 0.01;  ///< distance, in any coordinate, that the fast solver may go from its start
  FlowSettings flow;       ///< how an instability is followed
};

struct RelaxationReport {
  Evaluation evaluation;
  double residual = 0;         ///< largest force component left
  bool followed_flow = false;  ///< the elastic branch was lost and gradient flow found the new one
  int evaluations = 0;         ///< of the fast solver
  int flow_steps = 0;
  int flow_evaluations = 0;  ///< see GradientFlow::cost()
};

/// Relaxes one sample again and again, in a path of small strain increments.
///
/// On an elastic branch: L-BFGS preconditioned by a Cholesky factor of the stiffness, which is kept over
/// many increments. Where that fails to converge quickly, moves too far, or the stiffness is no longer
/// positive definite, the branch may have ended in an instability. Which minimum the sample then falls
/// into is decided by the dynamics, so the relaxation goes back to its start and follows steepest descent
/// in continuous time (the overdamped, zero-rate limit) into the next convex basin.
class Relaxation {
 public:
  /// The force field must outlive this object.
  Relaxation(PairForceField& force_field, RelaxationSettings settings);

  /// @param configuration the last equilibrium, strained affinely; the new equilibrium at the end.
  /// @param guess expected further displacement of each coordinate; may be empty.
  /// @throws PhysicsError with the residual when no equilibrium is found.
  RelaxationReport relax(Configuration& configuration, const std::vector<double>& guess);

  /// What decides the bits of later relaxations, beside the configuration and the neighbour list. restore()
  /// leaves the neighbour list changed.
  Group snapshot() const { return factor_.snapshot(); }
  void restore(const Group& snapshot, const Configuration& like) { factor_.restore(snapshot, like); }

 private:
  MinimiserReport fast(Configuration& configuration);
  int price_of_factor() const;
  /// Largest displacement, by the present factor, that would balance these forces.
  double distance_to_rest(const std::vector<double>& forces);
  void follow_flow(Configuration& configuration, RelaxationReport& report);

  PairForceField& force_field_;
  RelaxationSettings settings_;
  StiffnessFactor factor_;
  std::vector<double> forces_;
};

}  // namespace vitrum::atomistic
