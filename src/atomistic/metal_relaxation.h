// How metals find mechanical equilibrium.
#pragma once

#include "atomistic/relaxation.h"

namespace vitrum::atomistic {

/// Those of a glass of metals in angstrom and electronvolts: forces of 1e-6 eV/A left in the largest
/// component. An increment of 1e-4 in strain changes forces by 5e-4 eV/A, so that much more would leave
/// increments without relaxation.
RelaxationSettings metal_relaxation_settings();

}  // namespace vitrum::atomistic
