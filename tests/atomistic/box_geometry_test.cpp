#include "atomistic/box_geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"

namespace vitrum::atomistic {
namespace {

const Box oblique_box{3, {1, 2, 3}, 7, 6, 5, 3.0, -2.0, 2.5};

TEST(BoxGeometry, fractional_coordinates_undo_the_edges) {
  const Vector3 t = lattice_vector(oblique_box, {2, -3, 4});
  const Vector3 s = fractional(oblique_box, {1 + t[0], 2 + t[1], 3 + t[2]});
  EXPECT_NEAR(s[0], 2, 1e-14);
  EXPECT_NEAR(s[1], -3, 1e-14);
  EXPECT_NEAR(s[2], 4, 1e-14);
}

TEST(BoxGeometry, widths_are_those_of_parallel_faces) {
  const Box sheared{2, {0, 0, 0}, 4, 3, 1, 4, 0, 0};
  EXPECT_NEAR(perpendicular_widths(sheared)[0], 4 * 3.0 / 5, 1e-15);
  EXPECT_EQ(perpendicular_widths(sheared)[1], 3);
  // Of a plane through the lattice points spanned by b and c, its normal's component along a.
  const double nx = 6.0 * 5, ny = -3.0 * 5, nz = 3.0 * 2.5 + 2.0 * 6;
  EXPECT_NEAR(perpendicular_widths(oblique_box)[0], 7 * nx / std::sqrt(nx * nx + ny * ny + nz * nz), 1e-14);
  EXPECT_EQ(perpendicular_widths(oblique_box)[2], 5);
}

TEST(BoxGeometry, reduction_keeps_the_lattice) {
  Box box = oblique_box;
  box.xy = 17, box.xz = -30, box.yz = 11;
  const Box small = reduced(box);
  EXPECT_LE(std::abs(small.xy), 3.5);
  EXPECT_LE(std::abs(small.xz), 3.5);
  EXPECT_LE(std::abs(small.yz), 3);
  Box origin = box;
  origin.origin = {0, 0, 0};
  const Vector3 vectors[] = {lattice_vector(small, {0, 1, 0}), lattice_vector(small, {0, 0, 1})};
  for (const Vector3& v : vectors)
    for (const double s : fractional(origin, v)) EXPECT_NEAR(s, std::round(s), 1e-13);
}

TEST(BoxGeometry, smallest_stretch_of_simple_shear_is_known) {
  const Box from{2, {0, 0, 0}, 10, 10, 1, 0, 0, 0};
  Box to = from;
  const double gamma = 0.3;
  to.xy = 10 * gamma;
  EXPECT_NEAR(smallest_stretch(from, to), std::sqrt(1 + gamma * gamma / 4) - gamma / 2, 1e-14);
  EXPECT_NEAR(smallest_stretch(from, from), 1, 1e-15);
  Box cube{3, {0, 0, 0}, 10, 10, 10, 0, 0, 0};
  Box squeezed = cube;
  squeezed.lz = 9;
  EXPECT_NEAR(smallest_stretch(cube, squeezed), 0.9, 1e-14);
}

TEST(BoxGeometry, refuses_boxes_that_are_none) {
  Box box;
  EXPECT_NO_THROW(check(box));
  box.lx = 0;
  EXPECT_THROW(check(box), InputError);
  box.lx = std::numeric_limits<double>::infinity();
  EXPECT_THROW(check(box), InputError);
  box.lx = 1, box.dimension = 1;
  EXPECT_THROW(check(box), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
