// Mechanical equilibrium of a strained sample: the heart of athermal quasi-static shear.
#pragma once

#include <cstdint>
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
  /// A factor that takes longer than so many evaluations of the forces is not made: see Relaxation.
  int dearest_factor = 4000;
  FlowSettings flow;  ///< how an instability is followed
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
/// many increments. Where that moves too far, fails to converge quickly, or the stiffness is no longer
/// positive definite, the branch may have ended in an instability. Which minimum the sample then falls into
/// is decided by the dynamics, so from where the fast solver has slid along the soft mode the relaxation
/// follows steepest descent in continuous time (the overdamped, zero-rate limit) into the next convex basin.
///
/// A factor takes longer the more atoms there are, in three dimensions as the square of their number. Where
/// it costs more than `dearest_factor` evaluations, counted once from the shape of the factor, L-BFGS works
/// without a preconditioner: docs/methods/relaxation.md says what that costs. The path is the same.
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
  Group snapshot() const;
  void restore(const Group& snapshot, const Configuration& like);

  /// Without factors. Known after the first relaxation.
  bool plain() const { return method_ == Method::plain; }

 private:
  enum class Method : std::int64_t { undecided, factor, plain };

  void choose_method(const Configuration& configuration);
  bool renew_factor(const Configuration& configuration);
  MinimiserReport fast(Configuration& configuration);
  /// In evaluations of the forces.
  int price_of(double operations) const;
  void follow_flow(Configuration& configuration, RelaxationReport& report);

  PairForceField& force_field_;
  RelaxationSettings settings_;
  StiffnessFactor factor_;
  Method method_ = Method::undecided;
  std::vector<double> forces_;
};

}  // namespace vitrum::atomistic
