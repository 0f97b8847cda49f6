// The lattice that stands for a glass when its elements have another length: paper 1, A.2 and table 1.
#pragma once

#include "elastoplastic/lattice_settings.h"

namespace vitrum::study {

/// The same area and the same number of slip systems per area with elements of length l: columns and rows to
/// the nearest whole number, slip systems to the nearest multiple of 4. Where both lattices stand in table 1,
/// its numbers hold: they differ a little. Fixed slip angles keep their two systems.
elastoplastic::LatticeSettings with_element_length(const elastoplastic::LatticeSettings& lattice,
                                                   double length);

/// Elements along the edge of the patch whose area is nearest to that of a disc of the radius, at least 1.
int patch_elements(double radius, double element_length);

}  // namespace vitrum::study
