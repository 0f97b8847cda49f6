// Geometry of a periodic cell: edge vectors, fractional coordinates, widths, tilts.
#pragma once

#include <array>

#include "atomistic/box.h"

namespace vitrum::atomistic {

using Vector3 = std::array<double, 3>;

/// Position as origin + sum_k s_k edge_k: the fractional coordinates s. z is ignored in two dimensions.
Vector3 fractional(const Box& box, const Vector3& position);

/// n_0 a + n_1 b + n_2 c for the box's edge vectors a, b, c.
Vector3 lattice_vector(const Box& box, const std::array<int, 3>& n);

/// Distance between the two faces that edge k joins, for each k; infinite for z in two dimensions.
Vector3 perpendicular_widths(const Box& box);

/// Smallest factor by which the affine map that takes `from` to `to` stretches any vector, 0 to 1
/// when it shortens some. Bounded from below, exactly in two dimensions.
double smallest_stretch(const Box& from, const Box& to);

/// The image under that map of a vector.
Vector3 affine_image(const Box& from, const Box& to, const Vector3& vector);

/// The same lattice of periodic images with |xy| <= lx/2, |xz| <= lx/2, |yz| <= ly/2. Positions stay.
Box reduced(Box box);

/// @throws InputError when an edge is not positive, a number is not finite, or the dimension is not 2 or 3.
void check(const Box& box);

}  // namespace vitrum::atomistic
