#include "atomistic/patch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "atomistic/pair_force_field.h"
#include "atomistic/patch_atoms.h"
#include "atomistic/patch_equilibrium.h"
#include "atomistic/patch_stiffness.h"
#include "base/error.h"
#include "lammps_reference.h"

namespace vitrum::atomistic {
namespace {

const PairPotentials& patch_potentials() {
  static const PairPotentials glass = paper_glass();
  return glass;
}

PatchAtoms cut(const Configuration& sample, double radius, double shell = 0) {
  PatchAtoms atoms;
  cut_patch(sample, {{1.5, 29.0}, radius, shell, 4}, patch_potentials().cutoff(), atoms);
  return atoms;
}

const Configuration& patch_glass() {
  static const Configuration sample = test::read_data("esl_1k_1.dat");
  return sample;
}

PatchPoint shaken(const Patch& patch, double strain, double amount) {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> uniform(-amount, amount);
  PatchPoint point = patch.start();
  point.strain = strain;
  for (double& x : point.positions) x += uniform(random);
  return point;
}

/// Moves one coordinate where the atoms are, not where they were.
PatchPoint moved(const Patch& patch, const PatchPoint& point, std::size_t k, double by) {
  std::vector<double> displacement(point.positions.size(), 0.0);
  displacement[k] = by;
  PatchPoint out = point;
  PatchEquilibrium::move(out, patch.shear(), displacement);
  return out;
}

// b and b - a are then equally long: neither is the shorter one.
TEST(LargestRadius, IsKnownInACellShearedByExactlyAHalf) {
  for (const double strain : {0.5, -0.5, 1.5}) {
    Box box;
    box.lx = box.ly = 20;
    box.xy = strain * box.ly;
    EXPECT_DOUBLE_EQ(largest_radius(box, 1.0, 2.5), 0.5 * 20 - 3.5) << strain;
  }
}

TEST(PlaneMap, is_the_exponential_of_its_direction) {
  const PlaneMap m = shear_of(27);
  // Twenty terms of the series, applied to a vector.
  double x = 0.3, y = -1.1, sum_x = x, sum_y = y;
  for (int k = 1; k < 20; ++k) {
    const double next = 0.4 * m.x(x, y) / k;
    y = 0.4 * m.y(x, y) / k;
    x = next;
    sum_x += x, sum_y += y;
  }
  const PlaneMap f = stretch_of(m, 0.4), back = stretch_of(m, -0.4);
  EXPECT_NEAR(f.x(0.3, -1.1), sum_x, 1e-15);
  EXPECT_NEAR(f.y(0.3, -1.1), sum_y, 1e-15);
  EXPECT_NEAR(back.x(sum_x, sum_y), 0.3, 1e-15);
  EXPECT_EQ(shear_of(207).xy, shear_of(27).xy);
}

TEST(PatchAtoms, are_those_of_all_images_within_the_radius) {
  Configuration sample = patch_glass();
  sample.box.xy = 7;  // no glass any more, but atoms in a tilted box
  const PatchAtoms atoms = cut(sample, 6, 2);
  std::size_t disc = 0, free = 0, all = 0;
  for (std::size_t i = 0; i < sample.atoms(); ++i)
    for (int n = -3; n <= 3; ++n)
      for (int m = -3; m <= 3; ++m) {
        const Vector3 t = lattice_vector(sample.box, {m, n, 0});
        const double r =
            std::hypot(sample.positions[2 * i] + t[0] - 1.5, sample.positions[2 * i + 1] + t[1] - 29);
        disc += r <= 6 ? 1 : 0, free += r <= 8 ? 1 : 0, all += r <= 12 ? 1 : 0;
      }
  EXPECT_EQ(atoms.disc, disc);
  EXPECT_EQ(atoms.free, free);
  EXPECT_EQ(atoms.slots(), all);
  EXPECT_GT(disc, 80U);
}

TEST(PatchAtoms, may_not_meet_their_images) {
  PatchAtoms atoms;
  try {
    cut_patch(patch_glass(), {{0, 0}, 14, 0, 4}, 2.5, atoms);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("radii up to 13.1"), std::string::npos) << error.what();
  }
}

class Patches : public ::testing::TestWithParam<double> {
 protected:
  Patches() { patch_.begin(cut(patch_glass(), 4, GetParam()), 35); }
  Patch patch_{patch_potentials()};
};

TEST_P(Patches, have_forces_and_work_that_are_derivatives_of_the_energy) {
  const PatchPoint point = shaken(patch_, 0.03, 0.03);
  std::vector<double> forces, ignored;
  const PatchState state = patch_.evaluate(point, forces);
  const double h = 1e-5;
  for (std::size_t k = 0; k < forces.size(); k += 7) {
    const double up = patch_.evaluate(moved(patch_, point, k, h), ignored).energy;
    const double down = patch_.evaluate(moved(patch_, point, k, -h), ignored).energy;
    EXPECT_NEAR(forces[k], -(up - down) / (2 * h), 2e-6 * (1 + std::abs(forces[k]))) << k;
  }
  PatchPoint more = point, less = point;
  more.strain += h, less.strain -= h;
  const double work =
      (patch_.evaluate(more, ignored).energy - patch_.evaluate(less, ignored).energy) / (2 * h);
  EXPECT_NEAR(state.work, work, 1e-6 * std::abs(work));
}

TEST_P(Patches, have_a_stiffness_that_is_the_derivative_of_the_forces) {
  const PatchPoint point = shaken(patch_, 0.03, 0.02);
  PatchStiffness stiffness(patch_);
  stiffness.set_with_drive(point);
  const std::vector<double> drive = stiffness.drive();
  std::vector<float> rows(point.positions.size() + 2, 0.0F), pulls(rows.size());
  const double h = 1e-5;
  std::vector<double> up, down;
  for (std::size_t k = 0; k < point.positions.size(); k += 11) {
    patch_.evaluate(moved(patch_, point, k, h), up);
    patch_.evaluate(moved(patch_, point, k, -h), down);
    std::fill(rows.begin(), rows.end(), 0.0F);
    rows[k] = 1;
    stiffness.pull(rows.data(), pulls.data());
    for (std::size_t i = 0; i < up.size(); ++i)
      ASSERT_NEAR(pulls[i], (up[i] - down[i]) / (2 * h), 1e-3) << k << " " << i;
  }
  // Under strain, at forces that the strain turns: F of the positions changes, the forces with it.
  PatchPoint more = point, less = point;
  more.strain += h, less.strain -= h;
  patch_.evaluate(more, up);
  patch_.evaluate(less, down);
  for (std::size_t i = 0; i < up.size(); ++i)
    ASSERT_NEAR(drive[i], (up[i] - down[i]) / (2 * h), 1e-5 * (1 + std::abs(drive[i]))) << i;
}

INSTANTIATE_TEST_SUITE_P(with_and_without_shell, Patches, ::testing::Values(0.0, 3.0));

TEST(Patch, has_the_forces_of_the_whole_sample_and_its_virial) {
  Configuration sample = patch_glass();
  for (double& x : sample.positions) x += 0.02 * std::sin(1e3 * x);
  Patch patch(patch_potentials());
  patch.begin(cut(sample, 8), 35);
  std::vector<double> forces, all;
  patch.evaluate(patch.start(), forces);
  PairForceField field(patch_potentials());
  field.evaluate(sample, all);
  // Atoms of the patch are found again by their positions.
  const PatchAtoms& atoms = patch.atoms();
  std::size_t found = 0;
  for (std::size_t a = 0; a < atoms.disc; ++a)
    for (std::size_t i = 0; i < sample.atoms(); ++i) {
      const double dx = std::remainder(sample.positions[2 * i] - 1.5 - atoms.positions[2 * a], sample.box.lx);
      const double dy =
          std::remainder(sample.positions[2 * i + 1] - 29 - atoms.positions[2 * a + 1], sample.box.ly);
      if (std::hypot(dx, dy) > 1e-9) continue;
      ++found;
      EXPECT_NEAR(forces[2 * a], all[2 * i], 1e-9);
      EXPECT_NEAR(forces[2 * a + 1], all[2 * i + 1], 1e-9);
    }
  EXPECT_EQ(found, atoms.disc);

  // Every pair gives half of its virial to each of its atoms.
  SymmetricTensor expected;
  field.each_stiffness(sample, [&](const PairStiffness& pair) {
    for (const int end : {pair.first, pair.second}) {
      const auto i = static_cast<std::size_t>(end);
      const double dx = std::remainder(sample.positions[2 * i] - 1.5, sample.box.lx);
      const double dy = std::remainder(sample.positions[2 * i + 1] - 29, sample.box.ly);
      if (std::hypot(dx, dy) > 8) continue;
      const auto& s = pair.separation;
      expected += 0.5 * pair.slope_over_r * SymmetricTensor{s[0] * s[0], s[1] * s[1], 0, 0, 0, s[0] * s[1]};
    }
  });
  const SymmetricTensor virial = patch.virial(patch.start());
  EXPECT_NEAR(virial.xx, expected.xx, 1e-9);
  EXPECT_NEAR(virial.yy, expected.yy, 1e-9);
  EXPECT_NEAR(virial.xy, expected.xy, 1e-9);
}

TEST(Patch, keeps_its_list_good_while_it_is_strained) {
  Patch kept(patch_potentials());
  kept.begin(cut(patch_glass(), 6), 80);
  std::vector<double> forces, fresh_forces;
  for (double strain = 0; strain < 0.3; strain += 0.01) {
    PatchPoint point = kept.start();
    point.strain = strain;
    for (std::size_t k = 0; k < point.positions.size(); ++k)
      point.positions[k] += strain * std::sin(7.0 * double(k));
    Patch fresh(patch_potentials());
    fresh.begin(cut(patch_glass(), 6), 80);
    const double energy = kept.evaluate(point, forces).energy;
    PatchPoint jump = point;
    jump.positions[0] += 1;  // makes a new list
    fresh.evaluate(jump, fresh_forces);
    EXPECT_NEAR(energy, fresh.evaluate(point, fresh_forces).energy, 1e-9 * std::abs(energy)) << strain;
  }
}

TEST(PatchStiffness, is_the_same_as_a_matrix_and_as_springs) {
  Patch patch(patch_potentials());
  patch.begin(cut(patch_glass(), 4, 2), 35);
  PatchStiffness stiffness(patch);
  stiffness.set(patch.start());
  ASSERT_TRUE(stiffness.factorise());
  const SparseSymmetric& matrix = stiffness.matrix();
  std::vector<float> u(matrix.size() + 2, 0.0F), pulls(u.size());
  for (std::size_t k = 0; k < matrix.size(); ++k) u[k] = std::sin(static_cast<float>(k));
  stiffness.pull(u.data(), pulls.data());
  std::vector<double> product(matrix.size(), 0.0);
  for (std::size_t c = 0; c < matrix.size(); ++c)
    for (auto k = static_cast<std::size_t>(matrix.column_begin[c]);
         k < static_cast<std::size_t>(matrix.column_begin[c + 1]); ++k) {
      const auto r = static_cast<std::size_t>(matrix.row[k]);
      product[r] += matrix.value[k] * u[c];
      if (r != c) product[c] += matrix.value[k] * u[r];
    }
  for (std::size_t k = 0; k < product.size(); ++k) EXPECT_NEAR(product[k], -pulls[k], 2e-3);
  stiffness.solve(product);
  for (std::size_t k = 0; k < product.size(); ++k) EXPECT_NEAR(product[k], u[k], 1e-3);
}

}  // namespace
}  // namespace vitrum::atomistic
