#include "atomistic/evaluate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "lammps_reference.h"

namespace vitrum::atomistic {
namespace {

TEST(Evaluate, gives_the_numbers_of_lammps) {
  const Configuration glass = test::read_data("esl_1k_1.dat");
  const auto lammps = test::read_energy("esl_1k_1.energy.txt");
  const Evaluated found = evaluate(glass);
  EXPECT_EQ(found.potential, "lj2d");
  EXPECT_EQ(found.atoms, 1000);
  EXPECT_EQ(found.dimension, 2);
  EXPECT_NEAR(found.energy, lammps[0], 1e-12 * std::abs(lammps[0]));
  EXPECT_EQ(found.energy_per_atom, found.energy / 1000);
  EXPECT_NEAR(found.stress.xx, -lammps[1], 1e-12);
  EXPECT_NEAR(found.stress.yy, -lammps[2], 1e-12);
  EXPECT_NEAR(found.stress.xy, -lammps[3], 1e-12);
  EXPECT_LT(found.max_force, 2e-11);
}

// Two atoms: exactly one pair, its energy that of LJ at its minimum with its constant shift A.
TEST(Evaluate, counts_pairs_and_takes_species_by_their_names) {
  Configuration two{
      {2, {0, 0, 0}, 10, 10, 1, 0, 0, 0}, {0, 1}, {1.0, 1.0, 1.0 + std::pow(2.0, 1.0 / 6), 1.0}};
  const double minimum = -1 + 0.02899169922;  // 4 (1/4 - 1/2) + A of the pair SL
  for (const auto& names : {std::vector<std::string>{}, {"1", "2"}, {"L", "S"}, {"S", "L"}, {"A", "B"}}) {
    const Evaluated found = evaluate(two, "lj2d", names);
    EXPECT_EQ(found.pairs, 1);
    EXPECT_NEAR(found.energy, minimum, 1e-10);
    EXPECT_LT(found.max_force, 1e-12);
  }
  two.species = {0, 0};
  EXPECT_NE(evaluate(two, "lj2d", {"L", "S"}).energy, evaluate(two, "lj2d", {"S", "L"}).energy);
  EXPECT_EQ(evaluate(two, "lj2d", {"L"}).energy, evaluate(two, "lj2d", {"L", "S"}).energy);
}

// A pair of B at its minimum: the depth 0.5, less what the cut at 2.5 sigma takes, 4 eps (2.5^-6 - 2.5^-12).
TEST(Evaluate, knows_the_potentials_of_the_registry) {
  Configuration two{
      {3, {0, 0, 0}, 9, 9, 9, 0, 0, 0}, {1, 1}, {1, 1, 1, 1, 1, 1 + 0.88 * std::pow(2.0, 1.0 / 6)}};
  const double lost = 2 * (std::pow(2.5, -6) - std::pow(2.5, -12));
  EXPECT_NEAR(evaluate(two, "ka3d-cut", {"A", "B"}).energy, -0.5 + lost, 1e-12);
  EXPECT_GT(evaluate(two, "ka3d", {"A", "B"}).energy, -0.5 + lost);
  EXPECT_EQ(evaluate(two, "ka3d", {"A", "B"}).dimension, 3);
  EXPECT_LT(evaluate(two, "ka3d", {"A", "B"}).max_force, 1e-12);
  // Named the other way round in the file, it is a pair of A, too close to each other.
  EXPECT_GT(evaluate(two, "ka3d", {"B", "A"}).energy, 0);
}

std::string refusal(const Configuration& configuration, const std::string& potential,
                    const std::vector<std::string>& names) {
  try {
    evaluate(configuration, potential, names);
  } catch (const InputError& error) {
    return error.what();
  }
  return "not refused";
}

TEST(Evaluate, refuses_what_it_cannot_know) {
  const Configuration flat{{2, {0, 0, 0}, 10, 10, 1, 0, 0, 0}, {0, 1}, {1, 1, 2, 2}};
  const Configuration deep{{3, {0, 0, 0}, 10, 10, 10, 0, 0, 0}, {0, 1}, {1, 1, 1, 2, 2, 2}};
  EXPECT_TRUE(
      refusal(deep, "", {}).starts_with("no potential is named, and a configuration of 3 dimensions"));
  EXPECT_TRUE(refusal(flat, "", {"A", "B", "C"}).starts_with("no potential is named"));
  EXPECT_TRUE(refusal(deep, "lj2d", {}).starts_with("the potential lj2d is made for 2 dimensions"));
  EXPECT_TRUE(refusal(flat, "lj2d", {"L", "Zr"}).starts_with("the file's species are L, Zr"));
  EXPECT_TRUE(refusal(flat, "lj2d", {"1"}).starts_with("species are numbered 0 to 1"));
  EXPECT_NE(refusal(flat, "none", {}), "not refused");
  EXPECT_TRUE(refusal({flat.box, {}, {}}, "", {}).starts_with("there are no atoms"));
  EXPECT_TRUE(refusal({flat.box, {-1}, {1, 1}}, "", {}).starts_with("species are numbered -1"));
}

}  // namespace
}  // namespace vitrum::atomistic
