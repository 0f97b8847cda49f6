// The stress-strain curve on its uniform strain grid, whichever states the model stored.
#pragma once

#include <vector>

#include "record/history.h"

namespace vitrum::compare {

/// Shear stress after relaxation at the strains origin + k * step, k = 0, 1, ...
struct UniformCurve {
  double origin = 0;
  double step = 0;  ///< signed, not zero
  std::vector<double> stress;

  double strain(std::size_t k) const { return origin + static_cast<double>(k) * step; }
};

/// The first leg of a history on its grid. Between two neighbouring states the stress rises linearly
/// with strain: to the stress just before the event when one happened on the way, else to the second
/// state. At a state's own strain it is the state's stress.
/// @throws InputError when the leg has fewer than two states, or a strain is off the grid or goes back.
UniformCurve uniform_curve(const History& history);

/// Whether the first leg has such a curve: two states or more, strains that go one way on the grid. That of a
/// cycle, or of a stress that is imposed, has none.
bool has_uniform_curve(const History& history);

/// Number of states at the beginning of the history that belong to its first leg.
std::size_t first_leg_states(const History& history);

}  // namespace vitrum::compare
