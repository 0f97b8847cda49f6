// A Cholesky factor of the stiffness, kept while the atoms move on.
#pragma once

#include <vector>

#include "atomistic/hessian.h"
#include "math/single_precision_cholesky.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// Turns forces into the displacements, in single precision, that would balance them if the stiffness were
/// still that of the configuration for which the factor was made. Uniform translations, which cost nothing,
/// are left out.
class StiffnessFactor {
 public:
  /// The force field must outlive this object.
  explicit StiffnessFactor(PairForceField& force_field) : force_field_(force_field) {}

  /// Operations that the factor for this configuration would take; makes none. Rebuilds the neighbour list.
  double expected_operations(const Configuration& configuration);
  /// Makes the factor for this configuration; rebuilds the neighbour list, so that the factor is a
  /// function of the configuration and the elimination order alone. False when the stiffness is not
  /// positive definite: the configuration is not in a convex basin. Then there is no factor.
  bool renew(const Configuration& configuration);
  /// Lets the next renew() find a new elimination order: for when neighbours have changed.
  void forget_order() { order_.clear(); }

  bool ready() const { return ready_; }
  /// Replaces forces by displacements. Requires ready().
  void apply(std::vector<double>& vector);
  const std::vector<int>& order() const { return order_; }
  /// Floating-point operations of a factorisation; 0 before the first.
  double operations() const { return cholesky_.operations(); }

  /// All that decides the bits of later results; restore() does the factorisation again.
  Group snapshot() const;
  void restore(const Group& snapshot, const Configuration& like);

 private:
  PairForceField& force_field_;
  Hessian hessian_;
  SinglePrecisionCholesky cholesky_;
  Configuration made_for_;
  std::vector<int> order_;
  bool ready_ = false;
};

/// Takes the mean over all atoms off a vector of dimension * atoms components.
void remove_translation(std::vector<double>& vector, int dimension);

/// Positions and box, to be put into a configuration of the same atoms again.
Group place_of(const Configuration& configuration);
Configuration placed(const Group& place, const Configuration& like);

}  // namespace vitrum::atomistic
