// One glass as several samples: turned, so that shear comes along another plane or with the other sign.
#pragma once

#include <string>

#include "atomistic/configuration.h"

namespace vitrum::atomistic {

/// In how many ways a cell can be turned so that x -> x + gamma y shears it as no other one does: planes xy,
/// xz and yz with both signs in three dimensions, both signs in two.
int orientations(int dimension);

/// "xy", "xz", "yz", "-xy", "-xz", "-yz": the plane of `configuration` that simple shear x -> x + gamma y of
/// oriented(configuration, orientation) shears, and with which sign.
std::string shear_plane(int orientation, int dimension);

/// The same atoms with their axes exchanged, (x, y, z) -> (x, z, -y) for xz and (y, z, x) for yz, and x
/// mirrored where the sign is negative. Orientation 0 is the configuration itself, to the last bit. Edges are
/// exchanged with the axes; the corner of the cell stays where it is.
/// @throws InputError when the cell is tilted (by more than whole edges), or when its edges differ by more
/// than 1 %, so that turned it would not be a sample of the same shape; two-dimensional cells may be of any
/// shape, for they are only mirrored.
Configuration oriented(const Configuration& configuration, int orientation);

}  // namespace vitrum::atomistic
