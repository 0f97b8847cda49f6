#include "atomistic/pair_force_field.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cmath>
#include <cstdint>
#include <limits>

#include "atomistic/minimiser.h"
#include "base/error.h"
#include "lammps_reference.h"
#include "samples.h"

namespace vitrum::atomistic {
namespace {

struct Evaluated {
  Evaluation evaluation;
  std::vector<double> forces;
};

Evaluated evaluated(const Configuration& configuration) {
  PairForceField field(paper_glass());
  Evaluated result;
  result.evaluation = field.evaluate(configuration, result.forces);
  return result;
}

Configuration shaken(const std::string& file, double amplitude) {
  Configuration configuration = test::read_data(file);
  std::mt19937 random(1);
  std::uniform_real_distribution<double> uniform(-amplitude, amplitude);
  for (double& x : configuration.positions) x += uniform(random);
  return configuration;
}

void expect_equal(const Evaluated& a, const Evaluated& b, double tolerance) {
  const SymmetricTensor& s = a.evaluation.stress;
  const SymmetricTensor difference = s - b.evaluation.stress;
  const double size = std::abs(s.xx) + std::abs(s.yy);
  EXPECT_NEAR(a.evaluation.energy, b.evaluation.energy, tolerance * std::abs(a.evaluation.energy));
  for (const double d : {difference.xx, difference.yy, difference.xy}) EXPECT_NEAR(d, 0, tolerance * size);
  EXPECT_EQ(a.evaluation.pairs, b.evaluation.pairs);
}

TEST(PairForceField, gives_the_energy_and_virial_of_lammps) {
  for (const std::string sample : {"esl_1k_1", "esl_1k_3"}) {
    const Configuration glass = test::read_data(sample + ".dat");
    const auto lammps = test::read_energy(sample + ".energy.txt");
    const Evaluated ours = evaluated(glass);
    EXPECT_NEAR(ours.evaluation.energy, lammps[0], 1e-12 * std::abs(lammps[0]));
    EXPECT_NEAR(-ours.evaluation.stress.xx, lammps[1], 1e-12 * lammps[1]);
    EXPECT_NEAR(-ours.evaluation.stress.yy, lammps[2], 1e-12 * lammps[2]);
    EXPECT_NEAR(-ours.evaluation.stress.xy, lammps[3], 1e-12 * std::abs(lammps[3]));
    EXPECT_EQ(ours.evaluation.stress.zz, 0);
    // Both are rounding of sums of forces of order ten.
    EXPECT_LT(largest_component(ours.forces), 1e-11);
  }
}

TEST(PairForceField, gives_the_forces_of_lammps_to_the_rounding_floor) {
  const Evaluated ours = evaluated(test::read_data("esl_1k_1.dat"));
  const auto rows = test::read_rows("esl_1k_1.forces.dump");
  std::size_t atoms = 0;
  for (const auto& row : rows) {
    if (row.size() != 6) continue;
    const auto i = static_cast<std::size_t>(row[0]) - 1;
    EXPECT_NEAR(ours.forces[2 * i], row[4], 5e-12);
    EXPECT_NEAR(ours.forces[2 * i + 1], row[5], 5e-12);
    ++atoms;
  }
  EXPECT_EQ(atoms, 1000U);
}

TEST(PairForceField, has_forces_that_are_differences_of_the_energy) {
  Configuration glass = shaken("esl_1k_1.dat", 0.1);
  PairForceField field(paper_glass());
  std::vector<double> forces, ignored;
  field.evaluate(glass, forces);
  EXPECT_GT(largest_component(forces), 1.0);
  const double h = 1e-5;
  for (std::size_t i = 0; i < glass.positions.size(); i += 37) {
    const double x = glass.positions[i];
    glass.positions[i] = x + h;
    const double up = field.evaluate(glass, ignored).energy;
    glass.positions[i] = x - h;
    const double down = field.evaluate(glass, ignored).energy;
    glass.positions[i] = x;
    EXPECT_NEAR(forces[i], -(up - down) / (2 * h), 1e-6 * (1 + std::abs(forces[i])));
  }
}

TEST(PairForceField, has_a_stress_that_is_the_difference_of_the_energy_with_strain) {
  const Configuration glass = shaken("esl_1k_1.dat", 0.05);
  const Evaluated at = evaluated(glass);
  const double h = 1e-6;
  const auto strained = [&](double xx, double yy, double shear) {
    Configuration c = glass;
    for (std::size_t i = 0; i < c.positions.size(); i += 2) {
      c.positions[i] = (1 + xx) * c.positions[i] + shear * c.positions[i + 1];
      c.positions[i + 1] *= 1 + yy;
    }
    c.box.lx *= 1 + xx;
    c.box.xy += shear * c.box.ly;
    c.box.ly *= 1 + yy;
    return evaluated(c).evaluation.energy;
  };
  const double area = glass.box.volume();
  EXPECT_NEAR(at.evaluation.stress.xx, (strained(h, 0, 0) - strained(-h, 0, 0)) / (2 * h * area), 1e-6);
  EXPECT_NEAR(at.evaluation.stress.yy, (strained(0, h, 0) - strained(0, -h, 0)) / (2 * h * area), 1e-6);
  EXPECT_NEAR(at.evaluation.stress.xy, (strained(0, 0, h) - strained(0, 0, -h)) / (2 * h * area), 1e-6);
}

TEST(PairForceField, does_not_depend_on_the_choice_of_cell_origin_or_names) {
  Configuration glass = shaken("esl_1k_1.dat", 0.05);
  glass.box.xy = 0.3 * glass.box.lx;
  for (std::size_t i = 0; i < glass.positions.size(); i += 2)
    glass.positions[i] += 0.3 * glass.positions[i + 1];
  const Evaluated at = evaluated(glass);

  Configuration flipped = glass;
  flipped.box.xy -= glass.box.lx;
  expect_equal(at, evaluated(flipped), 1e-12);
  flipped.box.xy += 2 * glass.box.lx;
  expect_equal(at, evaluated(flipped), 1e-12);

  Configuration moved = glass;
  for (std::size_t i = 0; i < moved.positions.size(); i += 2) moved.positions[i] += 11.3;
  expect_equal(at, evaluated(moved), 1e-12);

  Configuration other_origin = glass;
  other_origin.box.origin = {-7.7, 123.4, 0};
  expect_equal(at, evaluated(other_origin), 1e-12);

  Configuration renamed = glass;
  const std::size_t n = glass.atoms();
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t to = (7 * i + 3) % n;  // 7 and 1000 have no common divisor
    renamed.species[to] = glass.species[i];
    renamed.positions[2 * to] = glass.positions[2 * i];
    renamed.positions[2 * to + 1] = glass.positions[2 * i + 1];
  }
  const Evaluated other = evaluated(renamed);
  expect_equal(at, other, 1e-12);
  EXPECT_NEAR(at.forces[2 * 5], other.forces[2 * 38], 1e-11);
}

TEST(PairForceField, equals_a_plain_sum_over_images_in_any_box) {
  Box square{2, {0, 0, 0}, 9, 9, 1, 0, 0, 0};
  Box tilted{2, {3, -4, 0}, 9, 7, 1, 4.1, 0, 0};
  Box thin{2, {0, 0, 0}, 2.1, 12, 1, 0.9, 0, 0};  // thinner than the cut-off
  Box cube{3, {0, 0, 0}, 5.2, 5.2, 5.2, 0, 0, 0};
  Box oblique{3, {1, 2, 3}, 6, 5, 4, 2.5, -2.0, 2.0};
  const std::pair<Box, std::size_t> cases[] = {
      {square, 60}, {tilted, 50}, {thin, 16}, {cube, 60}, {oblique, 50}};
  unsigned seed = 1;
  for (const auto& [box, atoms] : cases) {
    const Configuration c = test::scattered(box, atoms, 0.8, seed++);
    const Evaluated ours = evaluated(c);
    // Images of atoms that lie cells away are reached by the larger sum.
    const test::PlainSum plain = test::plain_sum(c, paper_glass(), 7);
    EXPECT_NEAR(ours.evaluation.energy, plain.energy, 1e-12 * std::abs(plain.energy));
    EXPECT_EQ(ours.evaluation.pairs, plain.pairs);
    const double size = largest_component(plain.forces);
    for (std::size_t i = 0; i < plain.forces.size(); ++i)
      EXPECT_NEAR(ours.forces[i], plain.forces[i], 1e-12 * size);
    const SymmetricTensor s = box.volume() * ours.evaluation.stress - plain.virial;
    for (const double difference : {s.xx, s.yy, s.zz, s.yz, s.xz, s.xy})
      EXPECT_NEAR(difference, 0, 1e-12 * size * static_cast<double>(atoms));
  }
}

/// Three species, each pair of them with a range of its own.
PairPotentials three_species() {
  PairPotentials mixture(3);
  for (int a = 0; a < 3; ++a)
    for (int b = a; b < 3; ++b)
      mixture.set(a, b, {0.4 + 0.2 * a, 0.8 + 0.1 * b, 1.2 + 0.1 * a, 1.9 + 0.2 * a + 0.15 * b});
  return mixture;
}

TEST(PairForceField, equals_a_plain_sum_with_every_instruction_set_of_this_processor) {
  const Box boxes[] = {{2, {3, -4, 0}, 9, 7, 1, 4.1, 0, 0}, {3, {1, 2, 3}, 6, 5, 4, 2.5, -2.0, 2.0}};
  for (const Box& box : boxes) {
    Configuration c = test::scattered(box, 50, 0.8, 11);
    for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = static_cast<int>(i % 3);
    const test::PlainSum plain = test::plain_sum(c, three_species(), 7);
    const double size = largest_component(plain.forces);
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
      hwy::SetSupportedTargetsForTest(target);
      hwy::GetChosenTarget().Update(hwy::SupportedTargets());
      PairForceField field(three_species());
      std::vector<double> forces;
      const Evaluation found = field.evaluate(c, forces);
      const std::string name = hwy::TargetName(target);
      EXPECT_NEAR(found.energy, plain.energy, 1e-12 * std::abs(plain.energy)) << name;
      EXPECT_EQ(found.pairs, plain.pairs) << name;
      for (std::size_t i = 0; i < forces.size(); ++i)
        EXPECT_NEAR(forces[i], plain.forces[i], 1e-12 * size) << name;
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
  }
}

TEST(PairForceField, is_the_same_for_atoms_and_boxes_far_away) {
  // One pair 1.2 apart: as it is, with an atom a million cells away, with the box at the end of the world.
  const Box box{2, {0, 0, 0}, 16, 16, 1, 0, 0, 0};
  const Configuration here{box, {0, 1}, {1, 1, 2.2, 1}};
  const double energy = evaluated(here).evaluation.energy;
  Configuration far = here;
  far.positions[0] += 16.0 * 1048576;
  EXPECT_NEAR(evaluated(far).evaluation.energy, energy, 1e-7);
  far = here;
  far.positions[0] += 16.0 * 8589934592;  // more cells than an int counts; coordinates end at 1e-5
  EXPECT_NEAR(evaluated(far).evaluation.energy, energy, 1e-3);
  far = here;
  far.box.origin = {1e10, 1e10, 0};
  for (double& x : far.positions) x += 1e10;
  EXPECT_EQ(evaluated(far).evaluation.pairs, 1);
  EXPECT_NEAR(evaluated(far).evaluation.energy, energy, 1e-4);
}

TEST(PairForceField, notices_swapped_species) {
  Configuration glass = test::read_data("esl_1k_1.dat");
  PairForceField field(paper_glass());
  std::vector<double> forces;
  const double before = field.evaluate(glass, forces).energy;
  std::swap(glass.species[0], glass.species[1]);
  const double swapped = field.evaluate(glass, forces).energy;
  EXPECT_NE(before, swapped);
  EXPECT_EQ(swapped, evaluated(glass).evaluation.energy);
}

TEST(PairForceField, says_what_is_wrong) {
  const Configuration glass = test::read_data("esl_1k_1.dat");
  const auto message = [](const Configuration& c) -> std::string {
    try {
      evaluated(c);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "nothing";
  };
  Configuration c = glass;
  c.species[4] = 2;
  EXPECT_EQ(message(c),
            "Atom 5 is of species number 3, but the potential knows only 2. Check the types in the file or "
            "choose another potential.");
  EXPECT_THROW(evaluated(c), InputError);
  c = glass;
  c.positions[7] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_NE(message(c).find("A coordinate of atom 4 is not a finite number below 1e100."), std::string::npos);
  EXPECT_THROW(evaluated(c), PhysicsError);
  c = glass;
  c.positions[0] = c.positions[10], c.positions[1] = c.positions[11];
  EXPECT_NE(message(c).find("atoms 1 and 6 are 0.000000 apart"), std::string::npos) << message(c);
  EXPECT_THROW(evaluated(c), PhysicsError);
  c.positions[0] = c.positions[1] = 0;  // a finite energy of 1e276 with an infinite force
  c.positions[10] = 1e-23, c.positions[11] = 0;
  EXPECT_THROW(evaluated(c), PhysicsError);
  c = glass;
  c.box.lx = 0.2;
  EXPECT_NE(message(c).find("The box is only 0.200000 wide along edge a"), std::string::npos) << message(c);
  EXPECT_THROW(evaluated(c), InputError);
  c = glass;
  c.box.ly = -1;
  EXPECT_THROW(evaluated(c), InputError);
  c = glass;
  c.positions.pop_back();
  EXPECT_THROW(evaluated(c), InputError);
}

TEST(PairForceField, bounds_the_largest_stiffness_closely) {
  // A chain of equal springs, stretched to the minimum: the largest eigenvalue of its stiffness is 4 k.
  Configuration chain;
  chain.box = {2, {0, 0, 0}, 20 * std::pow(2.0, 1.0 / 6), 10, 1, 0, 0, 0};
  PairPotentials springs(1);
  springs.set(0, 0, {1.0, 1.0, 1.6, 2.0});
  for (int i = 0; i < 20; ++i) {
    chain.species.push_back(0);
    chain.positions.push_back(i * std::pow(2.0, 1.0 / 6));
    chain.positions.push_back(5);
  }
  const double k = springs.between(0, 0).at(std::pow(2.0, 1.0 / 6)).second;
  PairForceField field(springs);
  EXPECT_NEAR(field.largest_stiffness(chain), 4 * k, 1e-9 * k);
}

}  // namespace
}  // namespace vitrum::atomistic
