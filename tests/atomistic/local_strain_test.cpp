#include "atomistic/local_strain.h"

#include <gtest/gtest.h>

#include <cmath>

#include "samples.h"

namespace vitrum::atomistic {
namespace {

constexpr double reach = 2.5;

// A neighbourhood that turns and stretches as a whole has one strain, whatever the turn, and no remainder.
TEST(LocalStrain, of_a_cluster_that_deforms_as_one_is_its_strain) {
  const Box box{2, {1, -2, 0}, 20, 18, 1, 7, 0, 0};
  const Configuration c = test::scattered(box, 300, 0.75, 3);
  const double turn = 0.3, f[2][2] = {{1.05, 0.08}, {0.0, 0.97}};
  const double j[2][2] = {{std::cos(turn) * f[0][0] - std::sin(turn) * f[1][0],
                           std::cos(turn) * f[0][1] - std::sin(turn) * f[1][1]},
                          {std::sin(turn) * f[0][0] + std::cos(turn) * f[1][0],
                           std::sin(turn) * f[0][1] + std::cos(turn) * f[1][1]}};
  // The atoms near a point that lies across a corner of the cell, in images near it, move by (J - 1) r.
  const Vector3 middle{1.2, -1.8, 0};
  std::vector<double> u(c.positions.size(), 0.0);
  std::vector<bool> inside(c.atoms(), false);
  for (std::size_t i = 0; i < c.atoms(); ++i)
    for (int n = -3; n <= 3; ++n)
      for (int m = -3; m <= 3; ++m) {
        const Vector3 t = lattice_vector(box, {n, m, 0});
        const double x = c.positions[2 * i] + t[0] - middle[0], y = c.positions[2 * i + 1] + t[1] - middle[1];
        if (std::hypot(x, y) > 6) continue;
        u[2 * i] = (j[0][0] - 1) * x + j[0][1] * y;
        u[2 * i + 1] = j[1][0] * x + (j[1][1] - 1) * y;
        inside[i] = std::hypot(x, y) < 6 - reach;
      }
  const LocalStrain local = local_strain(c, u, reach);
  int seen = 0, moved = 0;
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    moved += local.d2min[i] > 1e-6;
    if (!inside[i]) continue;
    ++seen;
    EXPECT_NEAR(local.strain[i].xx, 0.5 * (1.05 * 1.05 - 1), 1e-12);
    EXPECT_NEAR(local.strain[i].yy, 0.5 * (0.08 * 0.08 + 0.97 * 0.97 - 1), 1e-12);
    EXPECT_NEAR(local.strain[i].xy, 0.5 * 1.05 * 0.08, 1e-12);
    EXPECT_NEAR(local.d2min[i], 0, 1e-12);
  }
  EXPECT_GT(seen, 10);
  EXPECT_GT(moved, 10);  // at the rim no strain explains the motion
}

TEST(LocalStrain, of_a_uniform_deformation_in_space_is_that_deformation) {
  const Box box{3, {0, 0, 0}, 6, 6, 6, 1, -1, 0.5};
  const Configuration c = test::scattered(box, 180, 0.75, 5);
  std::vector<double> u(c.positions.size(), 0.0);
  // Atoms of two species move apart by a known distance: a remainder without strain.
  for (std::size_t i = 0; i < c.atoms(); ++i) u[3 * i + 2] = c.species[i] == 0 ? 0.01 : -0.01;
  const LocalStrain local = local_strain(c, u, reach);
  double mean = 0;
  for (const double d : local.d2min) mean += d / static_cast<double>(c.atoms());
  // Half of the neighbours are of the other kind and move by 0.02 against the atom, less what a fit takes.
  EXPECT_GT(mean, 0.2 * 0.5 * 0.02 * 0.02);
  EXPECT_LT(mean, 0.6 * 0.02 * 0.02);
  EXPECT_NEAR(shear_size({0.1, -0.1, 0, 0, 0, 0}, 3), 0.1, 1e-15);
  EXPECT_NEAR(shear_size({0.1, -0.1, 0, 0, 0, 0.2}, 2), std::hypot(0.1, 0.2), 1e-15);
  EXPECT_NEAR(shear_size({0.3, 0.3, 0.3, 0, 0, 0}, 3), 0, 1e-15);
}

}  // namespace
}  // namespace vitrum::atomistic
