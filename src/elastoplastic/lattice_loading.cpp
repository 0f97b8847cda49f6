// How far a lattice can be loaded before something slips.
#include <algorithm>
#include <cmath>

#include "elastoplastic/lattice_specimen.h"

namespace vitrum::elastoplastic {

// How much load beyond `load`, in the direction `sense`, brings the first system to its threshold, good
// to rounding; `most` when nothing is nearer than that.
double LatticeSpecimen::load_to_instability(double load, double sense, double most) const {
  double nearest = most;
  for (std::size_t element = 0; element < elements(); ++element) {
    const Deviator stress = stress_of(element, load);
    if (discs_.holds(element, stress, std::max(0.0, nearest))) continue;
    discs_.set(element, stress, systems_.weakest(element, stress).distance);
    nearest = std::min(nearest, systems_.shear_to_threshold(element, stress, sense));
  }
  return nearest;
}

std::int64_t LatticeSpecimen::quiet_increments(const rig::StrainGrid& grid, std::int64_t k,
                                               std::int64_t limit) const {
  const auto active_after = [&](std::int64_t n) {
    find_active(load_at(grid.at(k + n)));
    return !active_.empty();
  };
  const double step = settings_.shear_modulus * std::abs(grid.step);
  const double sense = grid.step > 0 ? 1.0 : -1.0;
  // Few elements can become active soon; the search goes farther only when none of them does.
  std::int64_t n = limit;
  std::int64_t reach = std::min<std::int64_t>(limit, 16);
  while (true) {
    const double most = step * static_cast<double>(reach);
    const double load = load_to_instability(load_at(grid.at(k)), sense, most);
    if (load < most) n = std::min(limit, static_cast<std::int64_t>(std::max(0.0, load) / step) + 1);
    if (load < most || reach == limit) break;
    reach = reach < limit / 4 ? 4 * reach : limit;
  }
  // The quotient may be off by its rounding; the grid points themselves decide, by the very test that
  // strain_to makes. Along a line of loading, rounded distances to threshold never turn back.
  while (n > 1 && active_after(n - 1)) --n;
  while (n < limit && !active_after(n)) ++n;
  return n;
}

}  // namespace vitrum::elastoplastic
