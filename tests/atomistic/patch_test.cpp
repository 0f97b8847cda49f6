#include "atomistic/patch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "atomistic/elastic_branch.h"
#include "atomistic/minimiser.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/patch_flow.h"
#include "atomistic/patch_stiffness.h"
#include "base/error.h"
#include "lammps_reference.h"

namespace vitrum::atomistic {
namespace {

const PairPotentials& potentials() {
  static const PairPotentials glass = paper_glass();
  return glass;
}

PatchAtoms cut(const Configuration& sample, double radius, double shell = 0) {
  PatchAtoms atoms;
  cut_patch(sample, {{1.5, 29.0}, radius, shell, 4}, potentials().cutoff(), atoms);
  return atoms;
}

const Configuration& glass() {
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
  Configuration sample = glass();
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
    cut_patch(glass(), {{0, 0}, 14, 0, 4}, 2.5, atoms);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("radii up to 13.1"), std::string::npos) << error.what();
  }
}

class Patches : public ::testing::TestWithParam<double> {
 protected:
  Patches() { patch_.begin(cut(glass(), 4, GetParam()), 35); }
  Patch patch_{potentials()};
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
  Configuration sample = glass();
  for (double& x : sample.positions) x += 0.02 * std::sin(1e3 * x);
  Patch patch(potentials());
  patch.begin(cut(sample, 8), 35);
  std::vector<double> forces, all;
  patch.evaluate(patch.start(), forces);
  PairForceField field(potentials());
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
  Patch kept(potentials());
  kept.begin(cut(glass(), 6), 80);
  std::vector<double> forces, fresh_forces;
  for (double strain = 0; strain < 0.3; strain += 0.01) {
    PatchPoint point = kept.start();
    point.strain = strain;
    for (std::size_t k = 0; k < point.positions.size(); ++k)
      point.positions[k] += strain * std::sin(7.0 * double(k));
    Patch fresh(potentials());
    fresh.begin(cut(glass(), 6), 80);
    const double energy = kept.evaluate(point, forces).energy;
    PatchPoint jump = point;
    jump.positions[0] += 1;  // makes a new list
    fresh.evaluate(jump, fresh_forces);
    EXPECT_NEAR(energy, fresh.evaluate(point, fresh_forces).energy, 1e-9 * std::abs(energy)) << strain;
  }
}

TEST(ElasticBranch, stores_the_work_of_the_surroundings) {
  Patch patch(potentials());
  patch.begin(cut(glass(), 4), 35);
  PatchStiffness stiffness(patch);
  ElasticBranch branch(patch, stiffness, {1e-3, 1e-10, 0.02});
  PatchRest here = branch.begin();
  const double begin = here.state.energy;
  double work = 0;
  PatchEquilibrium equilibrium(patch, stiffness);
  for (int k = 0; k < 20; ++k) {
    PatchRest next = here;
    next.point.strain += 1e-3;
    ASSERT_TRUE(equilibrium.find(next.point, next.state, {1e-10, 0.05}));
    work += 0.5e-3 * (here.state.work + next.state.work);
    here = next;
  }
  // The trapezoids are wrong by 1e-6 of the work's change.
  EXPECT_NEAR(here.state.energy - begin, work, 1e-5);
  EXPECT_GT(here.state.energy - begin, 1e-3);
  const BranchEnd end = branch.follow(branch.begin());
  ASSERT_FALSE(end.found);
  EXPECT_LT(largest_difference(end.last.point.positions, here.point.positions), 1e-8);
  EXPECT_LT(branch.report().steps, 12);
}

TEST(ElasticBranch, ends_where_the_stiffness_becomes_singular) {
  Patch patch(potentials());
  patch.begin(cut(glass(), 4), 35);
  PatchStiffness stiffness(patch);
  ElasticBranch branch(patch, stiffness, {1e-4, 1e-9, 0.3});
  const BranchEnd end = branch.follow(branch.begin());
  ASSERT_TRUE(end.found);
  EXPECT_NEAR(end.fall.strain - end.last.point.strain, 1e-4, 1e-12);
  EXPECT_GE(end.end.point.strain, end.last.point.strain);
  EXPECT_LT(end.end.point.strain, end.fall.strain);
  // The square of the lowest eigenvalue falls linearly to zero at the critical strain.
  const auto lowest = [&](const PatchPoint& point) {
    stiffness.set(point);
    EXPECT_TRUE(stiffness.factorise());
    std::vector<double> v(point.positions.size());
    for (std::size_t k = 0; k < v.size(); ++k) v[k] = std::sin(static_cast<double>(k * k));
    double eigenvalue = 0;
    for (int k = 0; k < 200; ++k) {
      const double before = std::sqrt(dot(v, v));
      for (double& x : v) x /= before;
      stiffness.solve(v);
      eigenvalue = 1 / std::sqrt(dot(v, v));
    }
    return eigenvalue;
  };
  const double critical = branch.report().critical_strain;
  PatchEquilibrium equilibrium(patch, stiffness);
  double ratio[2];
  for (int k = 0; k < 2; ++k) {
    PatchRest rest = end.last;
    rest.point.strain -= k * 2e-4;
    ASSERT_TRUE(equilibrium.find(rest.point, rest.state, {1e-9, 0.2}));
    ratio[k] = std::pow(lowest(rest.point), 2) / (critical - rest.point.strain);
  }
  EXPECT_NEAR(ratio[0], ratio[1], 0.1 * ratio[1]);
}

TEST(PatchFlow, falls_into_the_minimum_of_steepest_descent) {
  for (const double angle : {35.0, 110.0}) {
    Patch patch(potentials());
    patch.begin(cut(glass(), 4), angle);
    PatchStiffness stiffness(patch);
    ElasticBranch branch(patch, stiffness, {1e-4, 1e-9, 0.3});
    const BranchEnd end = branch.follow(branch.begin());
    ASSERT_TRUE(end.found);
    PatchFlow flow(patch, stiffness, {});

    // A way further than the instability, where nothing is slow, against Euler's method.
    PatchPoint start = end.last.point;
    start.strain += 2e-3;
    PatchPoint found = start, euler = start;
    flow.fall(found);
    std::vector<double> forces;
    double largest = 1;
    for (int step = 0; step < 200000 && largest > 1e-4; ++step) {
      patch.evaluate(euler, forces);
      largest = largest_component(forces);
      for (double& f : forces) f *= 2e-4;
      PatchEquilibrium::move(euler, patch.shear(), forces);
    }
    ASSERT_LE(largest, 1e-4);
    EXPECT_LT(largest_difference(found.positions, euler.positions), 1e-2) << angle;
    EXPECT_GT(largest_difference(found.positions, start.positions), 0.05);

    // From the point where the branch sends it, it ends where the whole way leads.
    PatchPoint whole = end.last.point, shortened = end.fall;
    whole.strain = end.fall.strain;
    flow.fall(whole);
    flow.fall(shortened);
    EXPECT_LT(largest_difference(whole.positions, shortened.positions), 1e-6) << angle;
  }
}

}  // namespace
}  // namespace vitrum::atomistic
