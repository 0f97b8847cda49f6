// How long other programs take for an evaluation of their potentials.
#pragma once

#include "study/settings.h"

namespace vitrum::study {

/// Seconds for energy, forces and stress of a shaken crystal of as many atoms (most_tried_atoms at most,
/// scaled up) at the density of the glass, and for a fifth of a list of neighbours: the least of three,
/// measured here and now. 0 where there is no foreign potential, or where it does not take the crystal.
double foreign_evaluation_seconds(const Glass& glass);

constexpr int most_tried_atoms = 1000;

}  // namespace vitrum::study
