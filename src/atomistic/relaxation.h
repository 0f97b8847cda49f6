// Mechanical equilibrium of a strained sample: the heart of athermal quasi-static shear.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "atomistic/gradient_flow.h"
#include "atomistic/minimiser.h"
#include "record/group.h"

namespace vitrum::atomistic {

struct RelaxationSettings {
  double force_tolerance = 1e-10;  ///< size of the forces at equilibrium, in the norm
  ForceNorm norm = ForceNorm::largest;
  int patience = 30;       ///< evaluations after which the fast solver is taken to have failed
  int stale = 12;          ///< evaluations after which what is kept of the stiffness is made anew
  double farthest = 0.01;  ///< distance, in any coordinate, that the fast solver may go from its start
  /// A factor that takes longer than so many evaluations of the forces is not made: see PairRelaxation.
  int dearest_factor = 4000;
  FlowSettings flow;  ///< how an instability is followed
};

struct RelaxationReport {
  Evaluation evaluation;
  double residual = 0;         ///< size of the forces that are left, in the norm of the settings
  bool followed_flow = false;  ///< the elastic branch was lost and gradient flow found the new one
  int evaluations = 0;         ///< of the fast solver
  int flow_steps = 0;
};

/// Relaxes one sample again and again, in a path of small strain increments.
///
/// On an elastic branch: L-BFGS preconditioned by what is known of the stiffness, which is kept over many
/// increments. Where that moves too far, fails to converge quickly, or the stiffness is no longer
/// positive definite, the branch may have ended in an instability. Which minimum the sample then falls into
/// is decided by the dynamics, so from where the fast solver has slid along the soft mode the relaxation
/// follows steepest descent in continuous time (the overdamped, zero-rate limit) into the next convex basin.
class Relaxation {
 public:
  virtual ~Relaxation() = default;

  /// @param configuration the last equilibrium, strained affinely; the new equilibrium at the end.
  /// @param guess expected further displacement of each coordinate; may be empty.
  /// @throws PhysicsError with the residual when no equilibrium is found.
  RelaxationReport relax(Configuration& configuration, const std::vector<double>& guess);
  /// The slow way, which skips nothing: steepest descent all the way from this configuration.
  RelaxationReport relax_by_flow(Configuration& configuration);

  /// What decides the bits of later relaxations, beside the configuration and the neighbour list. restore()
  /// leaves the neighbour list changed.
  virtual Group snapshot() const = 0;
  virtual void restore(const Group& snapshot, const Configuration& like) = 0;

 protected:
  /// The force field must outlive this object.
  Relaxation(ForceField& force_field, const RelaxationSettings& settings);

  /// Called before every relaxation.
  virtual void begin(const Configuration& /*configuration*/) {}
  /// Whether fast() can be tried as things are.
  virtual bool ready() const = 0;
  /// Whether so many evaluations ask for a renew().
  virtual bool is_stale(int evaluations) const = 0;
  /// Learns the stiffness at this configuration; false when that is known not to be positive definite.
  virtual bool renew(const Configuration& configuration) = 0;
  /// Minimises to the force tolerance, but goes no further than `farthest`.
  virtual MinimiserReport fast(Configuration& configuration, std::vector<double>& forces) = 0;
  /// Of a try to finish, in evaluations of the forces.
  virtual int price() const = 0;
  /// The neighbours are about to change.
  virtual void forget_neighbours() {}
  virtual std::unique_ptr<StiffnessProduct> stiffness_product() = 0;

  const RelaxationSettings& settings() const { return settings_; }
  /// For fast().
  MinimiserSettings minimiser_settings(int evaluations) const;

 private:
  void follow_flow(Configuration& configuration, RelaxationReport& report);

  ForceField& force_field_;
  RelaxationSettings settings_;
  std::vector<double> forces_;
};

}  // namespace vitrum::atomistic
