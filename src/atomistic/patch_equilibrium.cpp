#include "atomistic/patch_equilibrium.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// Factors that one equilibrium may take, and steps with each.
constexpr int most_factors = 8, most_steps_each = 12;
/// Forces that fall by less than this in a step call for a new factor.
constexpr double slow = 0.3;

}  // namespace

void PatchEquilibrium::move(PatchPoint& point, const PlaneMap& shear,
                            const std::vector<double>& displacements) {
  const PlaneMap back = stretch_of(shear, -point.strain);
  for (std::size_t k = 0; k < displacements.size(); k += 2) {
    point.positions[k] += back.x(displacements[k], displacements[k + 1]);
    point.positions[k + 1] += back.y(displacements[k], displacements[k + 1]);
  }
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double largest = 0;
  for (std::size_t k = 0; k < a.size(); ++k) largest = std::max(largest, std::abs(a[k] - b[k]));
  return largest;
}

bool PatchEquilibrium::find(PatchPoint& point, PatchState& state, const PatchEquilibriumSettings& settings) {
  begin_ = point.positions;
  for (int factors = 0; factors < most_factors; ++factors) {
    stiffness_.set(point);
    if (!stiffness_.factorise()) return false;
    double last = std::numeric_limits<double>::infinity();
    for (int step = 0; step < most_steps_each; ++step) {
      state = patch_.evaluate(point, forces_);
      const double residual = largest_component(forces_);
      if (!std::isfinite(state.energy)) return false;
      if (residual <= settings.force_tolerance) return true;
      if (!(residual <= slow * last) && step > 1) break;
      last = residual;
      stiffness_.solve(forces_);
      if (!(largest_component(forces_) <= settings.farthest)) return false;
      move(point, patch_.shear(), forces_);
      if (!(largest_difference(point.positions, begin_) <= settings.farthest)) return false;
    }
  }
  return false;
}

}  // namespace vitrum::atomistic
