// Equilibrium of a patch at a given strain, by Newton's method.
#pragma once

#include <vector>

#include "atomistic/patch.h"
#include "atomistic/patch_stiffness.h"

namespace vitrum::atomistic {

struct PatchEquilibriumSettings {
  double force_tolerance = 1e-9;  ///< largest force component
  double farthest = 0.05;         ///< gives up when a coordinate is further than this from the start
};

/// The equilibrium next to a point, when its neighbourhood is convex. The factor is kept while forces
/// fall quickly.
class PatchEquilibrium {
 public:
  /// Both must outlive this object.
  PatchEquilibrium(Patch& patch, PatchStiffness& stiffness) : patch_(patch), stiffness_(stiffness) {}

  /// @return false, and `point` is anywhere, where the stiffness is not positive definite or the way too far.
  bool find(PatchPoint& point, PatchState& state, const PatchEquilibriumSettings& settings);

  /// Moves the atoms by displacements where they are: adds F^-1 of them.
  static void move(PatchPoint& point, const PlaneMap& shear, const std::vector<double>& displacements);

 private:
  Patch& patch_;
  PatchStiffness& stiffness_;
  std::vector<double> forces_, begin_;
};

/// Largest difference between two vectors' components.
double largest_difference(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace vitrum::atomistic
