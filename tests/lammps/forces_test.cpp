// Energies, forces and stresses: the same by both engines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "both_engines.h"

namespace vitrum::lammps::test {
namespace {

using atomistic::Box;
using atomistic::ForceField;

double largest(const std::vector<double>& numbers) {
  double out = 0;
  for (const double x : numbers) out = std::max(out, std::abs(x));
  return out;
}

/// Both along a path: strained at once and a little, with atoms shaken, so that neighbours are kept and found
/// anew.
void expect_agreement(ForceField& native, ForceField& lammps, Configuration sample, double tolerance) {
  for (int step = 0; step < 6; ++step) {
    const double strain = step == 2 ? 0.7 : 0.003;
    const auto d = static_cast<std::size_t>(sample.box.dimension);
    sample.box.xy += strain * sample.box.ly;
    sample.box = atomistic::reduced(sample.box);
    for (std::size_t i = 0; i < sample.atoms(); ++i) {
      sample.positions[d * i] += strain * sample.positions[d * i + 1];
      sample.positions[d * i + d - 1] += 0.01 * std::sin(7.0 * static_cast<double>(i));
    }
    std::vector<double> there, here;
    const auto a = native.evaluate(sample, here), b = lammps.evaluate(sample, there);
    EXPECT_NEAR(b.energy, a.energy, tolerance * std::abs(a.energy)) << step;
    const double size = largest(here);
    for (std::size_t i = 0; i < here.size(); ++i) ASSERT_NEAR(there[i], here[i], tolerance * size) << step;
    const double stress = std::max({std::abs(a.stress.xx), std::abs(a.stress.yy), std::abs(a.stress.xy)});
    for (const auto component : {&SymmetricTensor::xx, &SymmetricTensor::yy, &SymmetricTensor::zz,
                                 &SymmetricTensor::yz, &SymmetricTensor::xz, &SymmetricTensor::xy})
      EXPECT_NEAR(b.stress.*component, a.stress.*component, tolerance * stress) << step;

    if (step == 3) sample.positions[1] += sample.box.ly, sample.positions[0] += sample.box.xy;
  }
}

TEST(BothEngines, agree_on_the_glass_of_paper_1) {
  atomistic::PairForceField native(atomistic::paper_glass());
  const auto lammps = paper_by_lammps();
  EXPECT_NEAR(lammps->cutoff(), 2.5, 1e-12);
  const auto field = lammps->force_field(0.3);
  expect_agreement(native, *field,
                   atomistic::test::scattered({2, {-3, 2, 0}, 20, 18, 1, 4, 0, 0}, 350, 0.8, 1), 1e-12);
}

// Thinner than the cut-off: atoms meet several images of each other, and their own.
TEST(BothEngines, agree_in_thin_and_tilted_boxes) {
  atomistic::PairForceField paper(atomistic::paper_glass()), mixture(mixture_pairs());
  const auto flat = paper_by_lammps()->force_field(0.3);
  const auto deep = potential({"lj", mixture_lines, 3, {1, 1}})->force_field(0.3);
  for (const Box& box : atomistic::test::awkward_boxes) {
    const bool two = box.dimension == 2;
    expect_agreement(two ? static_cast<ForceField&>(paper) : mixture, two ? *flat : *deep,
                     atomistic::test::scattered(box, 12, 0.8, 5), 1e-12);
  }
}

TEST(BothEngines, agree_on_pairs_of_ones_own) {
  atomistic::PairForceField native(mixture_pairs());
  const auto lammps = potential({"lj", mixture_lines, 3, {1, 2}})->force_field(0.3);
  expect_agreement(native, *lammps,
                   atomistic::test::scattered({3, {1, 1, 1}, 7, 8, 9, 2, -1, 1}, 400, 0.8, 2), 1e-12);
}

// Stresses in eV/A^3: LAMMPS' bar are undone by its own factor.
TEST(BothEngines, agree_on_a_metal) {
  if (!std::filesystem::exists(atomistic::test::copper_zirconium))
    GTEST_SKIP() << "the package lammps-data is missing";
  atomistic::EamForceField native(atomistic::test::read_potential(atomistic::test::copper_zirconium));
  const auto lammps = metal_by_lammps()->force_field(0.3);
  expect_agreement(native, *lammps, atomistic::test::read_eam_data("shear_1000"), 1e-10);
}

// What the list of neighbours was made for decides the order of sums, and nothing that was before.
TEST(LammpsForceField, gives_the_same_bits_after_the_same_build) {
  const auto potential = silicon();
  const auto first = potential->force_field(0.3), second = potential->force_field(0.3);
  Configuration sample = diamond(5.43, 3);
  for (std::size_t i = 0; i < sample.positions.size(); ++i)
    sample.positions[i] += 0.1 * std::sin(3.0 * static_cast<double>(i));
  Configuration moved = sample;
  for (std::size_t i = 0; i < moved.positions.size(); ++i)
    moved.positions[i] += 0.02 * std::cos(5.0 * static_cast<double>(i));
  std::vector<double> a, b;
  // The first was somewhere else before.
  for (int k = 0; k < 3; ++k) {
    Configuration elsewhere = diamond(5.3 + 0.1 * k, 3);
    first->evaluate(elsewhere, a);
  }
  first->build_list(sample);
  second->build_list(sample);
  const auto here = first->evaluate(moved, a), there = second->evaluate(moved, b);
  EXPECT_EQ(a, b);
  EXPECT_EQ(here.energy, there.energy);
  EXPECT_EQ(here.stress, there.stress);
  EXPECT_EQ(first->built_for().positions, sample.positions);
}

TEST(LammpsForceField, refuses_what_it_cannot_take) {
  const auto field = silicon()->force_field(0.3);
  std::vector<double> forces;
  EXPECT_THROW(field->evaluate(atomistic::test::scattered({2, {0, 0, 0}, 9, 9, 1, 0, 0, 0}, 9, 1, 1), forces),
               InputError);
  Configuration sample = diamond(5.43, 2);
  sample.species[3] = 1;
  EXPECT_THROW(field->evaluate(sample, forces), InputError);
  sample.species[3] = 0;
  sample.positions[4] = std::nan("");
  EXPECT_THROW(field->evaluate(sample, forces), PhysicsError);
  sample.positions[4] = sample.positions[1];
  sample.positions[3] = sample.positions[0];
  sample.positions[5] = sample.positions[2];
  EXPECT_THROW(field->evaluate(sample, forces), PhysicsError);
  EXPECT_NO_THROW(field->evaluate(diamond(5.43, 2), forces));
}

std::string said_of(const std::vector<std::string>& lines, std::vector<double> masses = {28}) {
  try {
    potential({"metal", lines, 3, std::move(masses)});
  } catch (const InputError& error) {
    return error.what();
  }
  return "nothing";
}

TEST(LammpsPotential, hands_on_what_lammps_says_and_lives_on) {
  EXPECT_EQ(said_of({"pair_style swx"}),
            "LAMMPS: Unrecognized pair style 'swx' (in the line \"pair_style swx\")");
  EXPECT_EQ(
      said_of({"pair_style sw", "pair_coeff * * no.sw Si"}),
      "LAMMPS: cannot open sw potential file no.sw: No such file or directory (in the line \"pair_coeff "
      "* * no.sw Si\")");
  EXPECT_NE(said_of({"pair_style sw", "pair_coeff * * Si.sw Xx"}).find("LAMMPS: "), std::string::npos);
  EXPECT_NE(said_of({"pair_style lj/cut 2.5", "pair_coeff 1 1 1 1"}, {1, 1}).find("LAMMPS: "),
            std::string::npos);
  EXPECT_NE(said_of({}), "nothing");
  EXPECT_EQ(said_of(silicon_lines), "nothing");
}

}  // namespace
}  // namespace vitrum::lammps::test
