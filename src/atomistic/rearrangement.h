// What moved in a plastic event: how many atoms, where, and in which direction.
#pragma once

#include <vector>

#include "atomistic/configuration.h"
#include "rig/specimen.h"

namespace vitrum::atomistic {

/// Measures of a displacement field, freed of its uniform translation.
/// - participation: participation_number() of the displacement;
/// - centre: mean position (periodic_centre()), weighted with the fourth power of the local shear, the
///   square of its strain energy: that of the core counts, not the sum of all that is far away;
/// - direction: alpha of M(alpha) of the mean local shear with the same weight; in three dimensions of its
///   part in the xy plane. The weight lets the core, where the strain is plastic, decide: around it the
///   elastic strain of an Eshelby inclusion has all signs and falls with the distance;
/// - fields: per atom "x", "y" (, "z") before the event and strained with the box, "dx", "dy" (, "dz"), the
///   local strain "strain_xx", "strain_yy", "strain_xy" and "d2min" (local_strain()).
/// @param before atoms before the event, in the box after it; @param reach range of the local strain.
rig::Rearrangement rearrangement(const Configuration& before, std::vector<double> displacement, double reach);

/// alpha of M(alpha) of paper 1, eq. 3, that fits the shear in the xy plane: degrees, 0 <= alpha < 180; 0 is
/// forward simple shear. 0 without shear.
double shear_direction(const SymmetricTensor& strain);

}  // namespace vitrum::atomistic
