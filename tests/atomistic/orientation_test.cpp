// Turned glasses: the same energy, stresses and moduli with their components exchanged.
#include "atomistic/orientation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <vector>

#include "atomistic/metal_moduli.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"
#include "metal_path.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

/// sigma'_ab of the turned glass by sigma of the glass itself, worked out by hand from the map of each plane.
SymmetricTensor turned_stress(const SymmetricTensor& s, int orientation) {
  // xx, yy, zz, yz, xz, xy.
  SymmetricTensor out = s;
  if (orientation % 3 == 1) out = {s.xx, s.zz, s.yy, -s.yz, -s.xy, s.xz};  // x, z, -y
  if (orientation % 3 == 2) out = {s.yy, s.zz, s.xx, s.xz, s.xy, s.yz};    // y, z, x
  if (orientation >= 3) out.xy = -out.xy, out.xz = -out.xz;
  return out;
}

void expect_near(const SymmetricTensor& a, const SymmetricTensor& b, double bound) {
  EXPECT_NEAR(a.xx, b.xx, bound);
  EXPECT_NEAR(a.yy, b.yy, bound);
  EXPECT_NEAR(a.zz, b.zz, bound);
  EXPECT_NEAR(a.yz, b.yz, bound);
  EXPECT_NEAR(a.xz, b.xz, bound);
  EXPECT_NEAR(a.xy, b.xy, bound);
}

TEST(Orientation, keeps_energies_and_exchanges_components_of_the_stress) {
  const Configuration c = test::scattered({3, {-1, 0.5, 2}, 6.2, 6.2, 6.2, 0, 0, 0}, 150, 0.75, 5);
  PairForceField field(pair_potentials("ka3d"));
  std::vector<double> forces, turned_forces;
  const Evaluation plain = field.evaluate(c, forces);
  // Nothing is alike by chance.
  EXPECT_GT(std::abs(plain.stress.xy - plain.stress.xz), 1e-2 * std::abs(plain.stress.xy));
  for (int o = 0; o < 6; ++o) {
    const Evaluation turned = field.evaluate(oriented(c, o), turned_forces);
    EXPECT_NEAR(turned.energy, plain.energy, 1e-11 * std::abs(plain.energy)) << o;
    expect_near(turned.stress, turned_stress(plain.stress, o), 1e-10 * std::abs(plain.stress.xx));
  }
  EXPECT_EQ(oriented(c, 0).positions, c.positions);
}

TEST(Orientation, mirrors_glasses_in_two_dimensions) {
  const Configuration c = test::scattered({2, {0.3, -2, 0}, 12, 15, 1, 12, 0, 0}, 120, 0.8, 3);
  PairForceField field(pair_potentials("lj2d"));
  std::vector<double> forces;
  const Evaluation plain = field.evaluate(c, forces), turned = field.evaluate(oriented(c, 1), forces);
  EXPECT_NEAR(turned.energy, plain.energy, 1e-11 * std::abs(plain.energy));
  EXPECT_NEAR(turned.stress.xy, -plain.stress.xy, 1e-10 * std::abs(plain.stress.xx));
  EXPECT_NEAR(turned.stress.yy, plain.stress.yy, 1e-10 * std::abs(plain.stress.xx));
}

TEST(Orientation, names_the_plane_that_is_sheared) {
  const char* names[] = {"xy", "xz", "yz", "-xy", "-xz", "-yz"};
  for (int o = 0; o < 6; ++o) EXPECT_EQ(shear_plane(o, 3), names[o]);
  EXPECT_EQ(shear_plane(1, 2), "-xy");
  EXPECT_EQ(orientations(2), 2);
  EXPECT_EQ(orientations(3), 6);
}

TEST(Orientation, refuses_cells_that_cannot_be_turned) {
  Configuration c = test::scattered({3, {0, 0, 0}, 6, 6, 6, 0, 0, 0}, 50, 0.7, 5);
  EXPECT_THROW(oriented(c, 6), InputError);
  EXPECT_THROW(oriented(c, -1), InputError);
  c.box.xy = 0.1;
  EXPECT_THROW(oriented(c, 2), InputError);
  EXPECT_NO_THROW(oriented(c, 0));
  c.box.xy = -6;  // the lattice of images of an upright cell
  EXPECT_NO_THROW(oriented(c, 2));
  c.box.xy = 0, c.box.lz = 6.1;
  EXPECT_THROW(oriented(c, 2), InputError);
  c.box.lz = 6.001;
  EXPECT_EQ(oriented(c, 2).box.ly, 6.001);
}

// d sigma_xy / d gamma of x -> x + gamma y is C_xyxy + sigma_yy; turned, that of the plane it was turned to:
// C_abab + sigma_bb of the glass itself.
TEST(Orientation, gives_the_moduli_of_the_planes_of_the_glass) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  RelaxationSettings tight = metal_relaxation_settings();
  tight.force_tolerance = 1e-10;
  const AtomisticSpecimen specimen(test::read_eam_data("shear_1000"), test::metal_potential(), tight);
  const Configuration glass = specimen.configuration();
  const ElasticModuli plain = metal_moduli(test::metal_potential(), glass);
  const SymmetricTensor& s = plain.stress;
  const double slopes[] = {plain.relaxed(0, 1, 0, 1) + s.yy, plain.relaxed(0, 2, 0, 2) + s.zz,
                           plain.relaxed(1, 2, 1, 2) + s.zz};
  EXPECT_GT(std::abs(slopes[1] - slopes[0]), 1e-2 * slopes[0]);
  for (const int o : {1, 2, 4}) {
    // The slope that a loading shows, forward and backward; tables' second derivatives jump at their knots.
    AtomisticSpecimen turned(oriented(glass, o), test::metal_potential(), tight);
    constexpr double step = 5e-7;
    turned.strain_to(step);
    const double forward = turned.state().stress.xy;
    turned.strain_to(-step);
    const double slope = (forward - turned.state().stress.xy) / (2 * step);
    EXPECT_NEAR(slope, slopes[o % 3], 2e-4 * slopes[0]) << shear_plane(o, 3);
    const ElasticModuli found = metal_moduli(test::metal_potential(), oriented(glass, o));
    EXPECT_NEAR(found.relaxed(0, 1, 0, 1) + found.stress.yy, slopes[o % 3], 1e-6 * slopes[0]);
  }
}

}  // namespace
}  // namespace vitrum::atomistic
