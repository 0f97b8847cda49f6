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

/// Where a branch of equilibria ends.
struct BranchEnd {
  bool found = false;    ///< false: it goes on beyond the largest strain asked for
  bool located = false;  ///< the maximum of the strain was seen, and that the patch is unstable beyond it
  bool goes_on = false;  ///< it could not be followed beyond `last`, but it did not end
  PatchRest last;        ///< the last equilibrium on the grid
  PatchRest end;         ///< the last one that was found, close to the instability; not on the grid
  PatchPoint fall;       ///< where the avalanche begins: on its way, at the next strain of the grid
};

/// How the branches were followed since begin().
struct BranchReport {
  int steps = 0;               ///< along the curve
  int rejected = 0;            ///< steps that were made anew, shorter
  double critical_strain = 0;  ///< the maximum of the strain as last foreseen
};

class ElasticBranch {
 public:
  /// Both must outlive this object.
  ElasticBranch(Patch& patch, PatchStiffness& stiffness, const ElasticBranchSettings& settings)
      : patch_(patch),
        stiffness_(stiffness),
        settings_(settings),
        equilibrium_(patch, stiffness),
        curve_(patch, stiffness) {}

  /// The patch as it was cut, to the force tolerance.
  /// @throws PhysicsError when it is unstable.
  PatchRest begin();

  /// From an equilibrium on the grid to the last one on the grid before an instability. In long steps along
  /// the curve that the equilibria form.
  /// @throws PhysicsError when these become too many.
  BranchEnd follow(const PatchRest& from);
  /// The same in single increments, each relaxed: slow and plain.
  BranchEnd follow_increments(const PatchRest& from);

  const BranchReport& report() const { return report_; }

 private:
  long number(double strain) const;
  double on_grid(long number) const { return settings_.increment * static_cast<double>(number); }
  bool is_close(double way) const;
  bool is_unstable_beyond(double way);
  void finish(BranchEnd& end, bool located);
  PatchPoint beyond_maximum(double way) const;
  bool go(PatchRest& here, double strain, const PatchPoint& guess, int halvings);
  bool settle(PatchRest& rest);
  bool settle_on_curve(PatchRest& rest, double strain);

  Patch& patch_;
  PatchStiffness& stiffness_;
  ElasticBranchSettings settings_;
  PatchEquilibrium equilibrium_;
  BranchCurve curve_;
  BranchReport report_;
  double slide_ = 0;  // along the unstable mode, of the located maximum
};

}  // namespace vitrum::atomistic
