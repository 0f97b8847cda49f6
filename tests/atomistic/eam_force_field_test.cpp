#include "atomistic/eam_force_field.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cmath>
#include <limits>

#include "atomistic/minimiser.h"
#include "base/error.h"
#include "eam_samples.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

using test::EamReference;

struct MetalResult : EamReference {
  std::int64_t pairs = 0;
};

MetalResult evaluate(const std::shared_ptr<const EamPotential>& potential,
                     const Configuration& configuration) {
  EamForceField field(potential);
  MetalResult result;
  const Evaluation found = field.evaluate(configuration, result.forces);
  result.energy = found.energy;
  result.stress = found.stress;
  result.pairs = found.pairs;
  return result;
}

void expect_equal(const EamReference& ours, const EamReference& other, double tolerance) {
  EXPECT_NEAR(ours.energy, other.energy, tolerance * std::abs(other.energy));
  EXPECT_LE(test::largest_component(ours.stress - other.stress),
            tolerance * test::largest_component(other.stress));
  ASSERT_EQ(ours.forces.size(), other.forces.size());
  const double size = largest_component(other.forces);
  for (std::size_t k = 0; k < ours.forces.size(); ++k)
    EXPECT_NEAR(ours.forces[k], other.forces[k], tolerance * size);
}

TEST(EamForceField, gives_what_lammps_gives_for_copper_and_zirconium) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  const auto potential = test::read_potential(test::copper_zirconium);
  for (const std::string sample : {"glass_1000", "tilted_108"})
    expect_equal(evaluate(potential, test::read_eam_data(sample)),
                 test::read_eam_reference(sample + ".eam_fs"), 1e-12);
}

TEST(EamForceField, gives_what_lammps_gives_for_three_elements_of_either_kind_of_tables) {
  const Configuration sample = test::read_eam_data("three_90");
  for (const std::string kind : {"alloy", "fs"}) {
    const auto potential = test::closed_form(kind);
    expect_equal(evaluate(potential, sample), test::read_eam_reference("three_90.eam_" + kind), 1e-12);
    // Nothing is left out: some of its densities are beyond the table.
    EamForceField field(potential);
    std::vector<double> forces;
    field.evaluate(sample, forces);
    const auto& densities = field.densities();
    EXPECT_TRUE(std::any_of(densities.begin(), densities.end(), [](double v) { return v > 199 * 0.005; }));
    EXPECT_TRUE(std::any_of(densities.begin(), densities.end(), [](double v) { return v < 199 * 0.005; }));
  }
}

TEST(EamForceField, equals_a_plain_sum_over_images_in_any_box) {
  const Box boxes[] = {{3, {1, 2, 3}, 9, 8, 7, 3.5, -3.0, 2.0},
                       {3, {0, 0, 0}, 2.6, 11, 9, 0.4, 0, 3},  // atoms meet themselves
                       {3, {0, 0, 0}, 12, 13, 12.5, 0, 0, 0}};
  const std::size_t atoms[] = {60, 24, 90};
  for (const auto& potential :
       {test::closed_form("alloy"), test::closed_form("fs"), test::closed_form_symmetric()}) {
    for (std::size_t k = 0; k < 3; ++k) {
      Configuration c = test::scattered(boxes[k], atoms[k], 1.6, 3);
      for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
      expect_equal(evaluate(potential, c), test::eam_plain_sum(c, *potential, k == 1 ? 10 : 7), 1e-12);
    }
  }
}

TEST(EamForceField, equals_a_plain_sum_with_every_instruction_set_of_this_processor) {
  Configuration c = test::scattered({3, {1, 2, 3}, 9, 8, 7, 3.5, -3.0, 2.0}, 60, 1.6, 3);
  for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
  for (const auto& potential : {test::closed_form("fs"), test::closed_form_symmetric()}) {
    const EamReference plain = test::eam_plain_sum(c, *potential, 7);
    std::vector<MetalResult> modern;
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
      hwy::SetSupportedTargetsForTest(target);
      hwy::GetChosenTarget().Update(hwy::SupportedTargets());
      SCOPED_TRACE(hwy::TargetName(target));
      const MetalResult ours = evaluate(potential, c);
      expect_equal(ours, plain, 1e-12);
      const std::string name = hwy::TargetName(target);
      if (name == "AVX2" || name.starts_with("AVX3")) modern.push_back(ours);
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
    for (const MetalResult& ours : modern) {  // to the last bit
      EXPECT_EQ(ours.energy, modern[0].energy);
      EXPECT_EQ(ours.forces, modern[0].forces);
      EXPECT_EQ(ours.stress, modern[0].stress);
      EXPECT_EQ(ours.pairs, modern[0].pairs);
    }
  }
}

TEST(EamForceField, has_symmetric_and_other_densities) {
  EXPECT_TRUE(test::closed_form_symmetric()->lines().symmetric());
  EXPECT_FALSE(test::closed_form("fs")->lines().symmetric());
  EXPECT_FALSE(test::closed_form("alloy")->lines().symmetric());
}

TEST(EamForceField, is_the_same_for_boxes_far_away) {
  const auto potential = test::closed_form("fs");
  Configuration c = test::read_eam_data("three_90");
  const MetalResult at = evaluate(potential, c);
  // Coordinates are then exact to 1e-7.
  c.box.origin = {1e9, -1e9, 1e9};
  for (std::size_t k = 0; k < c.positions.size(); ++k) c.positions[k] += k % 3 == 1 ? -1e9 : 1e9;
  expect_equal(evaluate(potential, c), at, 1e-4);
}

TEST(EamForceField, has_forces_that_are_differences_of_the_energy) {
  const auto potential = test::closed_form_within("fs");
  Configuration c = test::read_eam_data("three_90");
  EamForceField field(potential);
  std::vector<double> forces, ignored;
  field.evaluate(c, forces);
  const double h = 1e-6;
  for (std::size_t k = 0; k < c.positions.size(); k += 3) {
    const double x = c.positions[k];
    c.positions[k] = x + h;
    const double up = field.evaluate(c, ignored).energy;
    c.positions[k] = x - h;
    const double down = field.evaluate(c, ignored).energy;
    c.positions[k] = x;
    EXPECT_NEAR(forces[k], -(up - down) / (2 * h), 1e-6 * (1 + std::abs(forces[k])));
  }
}

/// The same atoms after x -> (1 + u) x, u upper triangular as the box.
Configuration strained(Configuration c, const std::array<double, 6>& u) {
  const double xx = u[0], yy = u[1], zz = u[2], yz = u[3], xz = u[4], xy = u[5];
  const auto move = [&](double& x, double& y, double z_now, double& z) {
    x += xx * x + xy * y + xz * z_now;
    y += yy * y + yz * z_now;
    z += zz * z_now;
  };
  for (std::size_t k = 0; k < c.positions.size(); k += 3)
    move(c.positions[k], c.positions[k + 1], c.positions[k + 2], c.positions[k + 2]);
  Box& box = c.box;
  move(box.origin[0], box.origin[1], box.origin[2], box.origin[2]);
  double none = 0;
  move(box.xz, box.yz, box.lz, box.lz);
  move(box.xy, box.ly, 0, none);
  box.lx *= 1 + xx;
  return c;
}

TEST(EamForceField, has_a_stress_that_is_the_difference_of_the_energy_with_strain) {
  const auto potential = test::closed_form_within("alloy");
  const Configuration c = test::read_eam_data("three_90");
  const MetalResult at = evaluate(potential, c);
  const SymmetricTensor& s = at.stress;
  const double expected[] = {s.xx, s.yy, s.zz, s.yz, s.xz, s.xy};
  const double h = 1e-7;
  for (std::size_t k = 0; k < 6; ++k) {
    std::array<double, 6> u{};
    u[k] = h;
    const double up = evaluate(potential, strained(c, u)).energy;
    u[k] = -h;
    const double down = evaluate(potential, strained(c, u)).energy;
    EXPECT_NEAR(expected[k], (up - down) / (2 * h * c.box.volume()), 1e-5 * test::largest_component(s)) << k;
  }
}

TEST(EamForceField, does_not_depend_on_the_choice_of_cell_origin_images_or_names) {
  const auto potential = test::closed_form("fs");
  const Configuration c = test::read_eam_data("three_90");
  const MetalResult at = evaluate(potential, c);

  Configuration other = c;
  other.box = reduced(c.box);
  EXPECT_NE(other.box, c.box);
  expect_equal(evaluate(potential, other), at, 1e-12);
  other.box.xz -= 2 * other.box.lx;
  other.box.yz += other.box.ly, other.box.xz += other.box.xy;
  expect_equal(evaluate(potential, other), at, 1e-12);

  other = c;
  other.box.origin = {-7.7, 23.4, 5.1};
  for (std::size_t k = 0; k < other.positions.size(); ++k) other.positions[k] += k % 3 == 0 ? 11.3 : -4.7;
  expect_equal(evaluate(potential, other), at, 1e-12);

  other = c;
  for (std::size_t i = 0; i < c.atoms(); i += 2) {
    const Vector3 t = lattice_vector(c.box, {static_cast<int>(i % 5) - 2, 1, -1});
    for (std::size_t q = 0; q < 3; ++q) other.positions[3 * i + q] += t[q];
  }
  expect_equal(evaluate(potential, other), at, 1e-12);

  other = c;
  MetalResult renamed = at;
  for (std::size_t i = 0; i < c.atoms(); ++i) {
    const std::size_t to = (7 * i + 3) % c.atoms();  // 7 and 90 have no common divisor
    other.species[to] = c.species[i];
    for (std::size_t q = 0; q < 3; ++q) {
      other.positions[3 * to + q] = c.positions[3 * i + q];
      renamed.forces[3 * to + q] = at.forces[3 * i + q];
    }
  }
  expect_equal(evaluate(potential, other), renamed, 1e-12);
}

TEST(EamForceField, turns_with_the_axes) {
  // A cubic box is the same after x -> y -> z -> x.
  const auto potential = test::closed_form("fs");
  Configuration c = test::scattered({3, {0, 0, 0}, 12, 12, 12, 0, 0, 0}, 80, 1.7, 5);
  Configuration turned = c;
  const MetalResult at = evaluate(potential, c);
  MetalResult expected = at;
  for (std::size_t k = 0; k < c.positions.size(); k += 3)
    for (std::size_t q = 0; q < 3; ++q) {
      turned.positions[k + (q + 1) % 3] = c.positions[k + q];
      expected.forces[k + (q + 1) % 3] = at.forces[k + q];
    }
  const SymmetricTensor& s = at.stress;
  expected.stress = {s.zz, s.xx, s.yy, s.xy, s.yz, s.xz};
  expect_equal(evaluate(potential, turned), expected, 1e-12);
}

TEST(EamForceField, counts_the_pairs_that_interact) {
  const auto potential = test::closed_form("alloy");
  // rho of Xa ends at 6.2, of Xb at 5.6, of Xc at 5; r phi does not end before the cut-off of 6.
  Configuration c{{3, {0, 0, 0}, 30, 30, 30, 0, 0, 0}, {0, 1, 2}, {5, 5, 5, 10.9, 5, 5, 5, 11.1, 5}};
  EXPECT_EQ(evaluate(potential, c).pairs, 1);
  c.positions[7] = 10.9;
  EXPECT_EQ(evaluate(potential, c).pairs, 2);
}

TEST(EamForceField, follows_atoms_beyond_the_skin) {
  const auto potential = test::closed_form("fs");
  Configuration c = test::scattered({3, {0, 0, 0}, 13, 12, 11, 2, 1, -1}, 80, 1.7, 9);
  EamForceField field(potential);
  std::vector<double> forces;
  for (int step = 0; step < 30; ++step) {
    for (std::size_t k = 0; k < c.positions.size(); ++k)
      c.positions[k] += 0.05 * std::sin(static_cast<double>(k * k));
    c.box.xy += 0.05;
    MetalResult ours;
    const Evaluation found = field.evaluate(c, ours.forces);
    ours.energy = found.energy, ours.stress = found.stress;
    expect_equal(ours, evaluate(potential, c), 1e-12);
  }
}

TEST(EamForceField, gives_the_same_bits_after_its_list_is_built_again) {
  const auto potential = test::closed_form("fs");
  Configuration c = test::scattered({3, {0, 0, 0}, 13, 12, 11, 2, 1, -1}, 80, 1.7, 9);
  EamForceField field(potential), other(potential);
  std::vector<double> forces, again;
  field.evaluate(c, forces);
  const Configuration built = c;
  for (std::size_t k = 0; k < c.positions.size(); ++k)
    c.positions[k] += 0.02 * std::sin(static_cast<double>(k * k));
  const double energy = field.evaluate(c, forces).energy;
  EXPECT_EQ(field.list().builds(), 1U);
  other.build_list(built);
  EXPECT_EQ(other.evaluate(c, again).energy, energy);
  EXPECT_EQ(again, forces);
}

TEST(EamForceField, refuses_what_it_cannot_do) {
  const auto potential = test::closed_form("fs");
  Configuration c = test::scattered({3, {0, 0, 0}, 12, 12, 12, 0, 0, 0}, 10, 1.7, 5);
  Configuration flat = test::scattered({2, {0, 0, 0}, 12, 12, 1, 0, 0, 0}, 10, 1.7, 5);
  EXPECT_THROW(evaluate(potential, flat), InputError);
  c.species[3] = 3;
  EXPECT_THROW(evaluate(potential, c), InputError);
  c.species[3] = -1;
  EXPECT_THROW(evaluate(potential, c), InputError);
  c.species[3] = 2;
  EXPECT_NO_THROW(evaluate(potential, c));
  for (std::size_t q = 0; q < 3; ++q) c.positions[12 + q] = c.positions[9 + q];
  EXPECT_THROW(evaluate(potential, c), PhysicsError);
  c.positions[12] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(evaluate(potential, c), PhysicsError);
}

TEST(EamPotential, refuses_tables_that_are_none) {
  const EamTables good = imports::read_eam(test::eam_path("closed.eam.fs"));
  EXPECT_NO_THROW(EamPotential{good});
  const auto refused = [&](auto&& spoil) {
    EamTables tables = good;
    spoil(tables);
    EXPECT_THROW(EamPotential{tables}, InputError);
  };
  refused([](EamTables& t) { t.cutoff = 0; });
  refused([](EamTables& t) { t.distance_step = -1; });
  refused([](EamTables& t) { t.density_step = std::numeric_limits<double>::quiet_NaN(); });
  refused([](EamTables& t) { t.masses[1] = 0; });
  refused([](EamTables& t) { t.masses.pop_back(); });
  refused([](EamTables& t) { t.embedding[2].pop_back(); });
  refused([](EamTables& t) { t.pair[2].pop_back(); });
  refused([](EamTables& t) { t.density[0].pop_back(); });
  refused([](EamTables& t) { t.density[0][1][7] = std::numeric_limits<double>::infinity(); });
  refused([](EamTables& t) { t = EamTables{}; });
}

}  // namespace
}  // namespace vitrum::atomistic
