// The equilibria of a patch from one state to where they end.
#pragma once

#include <vector>

#include "atomistic/branch_curve.h"

namespace vitrum::atomistic {

struct ElasticBranchSettings {
  double increment = 1e-4;        ///< distance of the points of the grid of strains
  double force_tolerance = 1e-9;  ///< in equilibria on the grid
  double most_strain = 0.3;
};

/// A patch in equilibrium.
struct PatchRest {
  PatchPoint point;
  PatchState state;
};

/// How a branch was followed.
struct BranchReport {
  int steps = 0;               ///< along the curve
  int rejected = 0;            ///< steps that were made anew, shorter
  double critical_strain = 0;  ///< the maximum of the strain as last foreseen
};

class ElasticBranch {
 public:
  /// Both must outlive this object.
  ElasticBranch(Patch& patch, PatchStiffness& stiffness, const ElasticBranchSettings& settings)
      : patch_(patch), settings_(settings), equilibrium_(patch, stiffness), curve_(patch, stiffness) {}

  /// The patch as it was cut, to the force tolerance.
  /// @throws PhysicsError when it is unstable.
  PatchRest begin();

  /// From an equilibrium on the grid to the last one on the grid before an instability. Beyond `most_strain`
  /// none is looked for. In long steps along the curve that the equilibria form:
  PatchRest follow(const PatchRest& from);
  /// The same in single increments, each relaxed: slow and plain.
  PatchRest follow_increments(const PatchRest& from);

  /// Whether the last one ended before `most_strain`.
  bool ended() const { return ended_; }
  const BranchReport& report() const { return report_; }

 private:
  long number(double strain) const;
  bool is_located() const;
  PatchRest on_grid(const PatchRest& from, long most);
  bool settle(PatchRest& rest, double farthest);

  Patch& patch_;
  ElasticBranchSettings settings_;
  PatchEquilibrium equilibrium_;
  BranchCurve curve_;
  BranchReport report_;
  bool ended_ = false;
};

}  // namespace vitrum::atomistic
