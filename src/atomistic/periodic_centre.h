// Centres of things that may lie across the boundaries of a periodic cell.
#pragma once

#include <vector>

#include "atomistic/box_geometry.h"

namespace vitrum::atomistic {

/// The shortest of all periodic images of a vector, in a cell that is reduced (see reduced()).
Vector3 shortest_image(const Box& box, const Vector3& vector);

/// Mean position of atoms with weights >= 0, each in the image that is nearest to that mean: found by
/// iteration from the atom of the largest weight. The result stands in the rectangle (the brick) from the
/// cell's origin to lx, ly (, lz), measured from the origin: a tilted cell repeats it as it repeats itself,
/// and a flip of the cell changes nothing. Zero when no atom has weight.
/// @param positions dimension * atoms numbers.
Vector3 periodic_centre(const Box& box, const std::vector<double>& positions,
                        const std::vector<double>& weights);

}  // namespace vitrum::atomistic
