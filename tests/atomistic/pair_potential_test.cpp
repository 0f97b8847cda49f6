#include "atomistic/pair_potential.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"

namespace vitrum::atomistic {
namespace {

// The coefficients of the S-L pair as worked out by hand from the continuity conditions.
TEST(LennardJones, has_the_known_polynomial_of_the_SL_pair) {
  const LennardJones pair(1.0, 1.0, 2.0, 2.5);
  EXPECT_NEAR(pair.at(2.0).value, -0.03253173828, 1e-11);
  EXPECT_NEAR(pair.at(2.0).first, 0.181640625, 1e-15);
  EXPECT_NEAR(pair.at(2.0).second, 2 * -0.3090820312, 1e-9);
  // Below the inner radius: Lennard-Jones plus A.
  const double lj = 4 * (std::pow(1.1, -12) - std::pow(1.1, -6));
  EXPECT_NEAR(pair.at(1.1).value, lj + 0.02899169922, 1e-11);
}

TEST(LennardJones, is_twice_continuous_and_vanishes_at_the_end) {
  const PairPotentials glass = paper_glass();
  for (const auto& [a, b] : {std::pair{0, 0}, {0, 1}, {1, 1}}) {
    const auto& pair = glass.between(a, b);
    const double h = 1e-9;
    for (const double r : {2.0, 2.5}) {
      EXPECT_NEAR(pair.at(r - h).value, pair.at(r + h).value, 1e-8);
      EXPECT_NEAR(pair.at(r - h).first, pair.at(r + h).first, 1e-8);
      EXPECT_NEAR(pair.at(r - h).second, pair.at(r + h).second, 1e-7);
    }
    EXPECT_EQ(pair.at(2.5).value, 0);
    EXPECT_EQ(pair.at(3.0).second, 0);
  }
}

TEST(LennardJones, has_derivatives_that_equal_differences) {
  const PairPotentials glass = paper_glass();
  const double h = 1e-5;
  for (const int species : {0, 1})
    for (double r = 0.9; r < 2.6; r += 0.07) {
      const auto& pair = glass.between(species, 1);
      const auto at = pair.at(r), up = pair.at(r + h), down = pair.at(r - h);
      EXPECT_NEAR(at.first, (up.value - down.value) / (2 * h), 1e-6 * (1 + std::abs(at.second)));
      EXPECT_NEAR(at.second, (up.first - down.first) / (2 * h), 1e-5 * (1 + std::abs(at.second)));
    }
}

TEST(LennardJones, has_the_same_stiffness_by_square_distances) {
  const PairPotentials glass = paper_glass();
  for (double r = 0.6; r < 2.6; r += 0.0137) {
    const auto found = glass.between(0, 1).stiffness(r * r);
    const PairEnergy expected = glass.between(0, 1).at(r);
    EXPECT_NEAR(found.slope_over_r, expected.first / r, 1e-13 * (1 + std::abs(expected.first / r))) << r;
    EXPECT_NEAR(found.curvature, expected.second, 1e-13 * (1 + std::abs(expected.second))) << r;
  }
}

TEST(LennardJones, gives_vectors_of_pairs_the_same_numbers) {
  // Two atoms of every pair of species at distances in the core, in the tail and beyond.
  const PairPotentials glass = paper_glass();
  for (const auto& [a, b] : {std::pair{0, 0}, {0, 1}, {1, 1}})
    for (double r = 0.8; r < 2.7; r += 0.01) {
      PairForceField field(glass);
      const Configuration two{{2, {0, 0, 0}, 20, 20, 1, 0, 0, 0}, {a, b}, {3, 4, 3 + 0.6 * r, 4 + 0.8 * r}};
      std::vector<double> forces;
      const Evaluation found = field.evaluate(two, forces);
      const PairEnergy expected = glass.between(a, b).at(r);
      const double size = 1 + std::abs(expected.value) + std::abs(expected.first);
      EXPECT_NEAR(found.energy, expected.value, 1e-12 * size) << r;
      EXPECT_NEAR(forces[0], 0.6 * expected.first, 1e-12 * size) << r;
      EXPECT_NEAR(forces[3], -0.8 * expected.first, 1e-12 * size) << r;
      EXPECT_NEAR(found.stress.xy * 400, 0.48 * r * expected.first, 1e-12 * size) << r;
    }
}

TEST(PaperGlass, has_the_paper_s_sizes_and_depths) {
  const PairPotentials glass = paper_glass();
  EXPECT_EQ(glass.species(), 2);
  EXPECT_EQ(glass.cutoff(), 2.5);
  // U'(r) = 0 at 2^(1/6) sigma, and there the well is epsilon below the shift that ends it at 2.5.
  const double sigma[] = {1.1755705045849463, 1.0, 0.6180339887498949};
  const double epsilon[] = {0.5, 1.0, 0.5};
  for (int k = 0; k < 3; ++k) {
    const auto& pair = glass.between(k == 2 ? 1 : 0, k == 0 ? 0 : 1);
    const double r = std::pow(2.0, 1.0 / 6) * sigma[k];
    EXPECT_NEAR(pair.at(r).first, 0, 1e-12);
    EXPECT_NEAR(pair.at(r).second, 72 * epsilon[k] / (r * r), 1e-10);
  }
}

TEST(LennardJones, ends_at_the_cut_off_without_a_step_in_energy_when_it_has_no_tail) {
  const LennardJones pair(1.5, 0.8, 2.0, 2.0);
  EXPECT_FALSE(pair.is_smooth());
  const auto plain = [](double r) { return 6 * (std::pow(0.8 / r, 12) - std::pow(0.8 / r, 6)); };
  for (double r = 0.7; r < 2.0; r += 0.1)
    EXPECT_NEAR(pair.at(r).value, plain(r) - plain(2.0), 1e-12 * (1 + std::abs(plain(r))));
  EXPECT_NEAR(pair.at(std::nextafter(2.0, 0.0)).value, 0, 1e-14);
  EXPECT_GT(pair.at(std::nextafter(2.0, 0.0)).first, 0.01);  // the force jumps to zero
  EXPECT_EQ(pair.at(2.0).value, 0);
  EXPECT_EQ(pair.at(2.0).first, 0);
  EXPECT_EQ(pair.at(2.5).value, 0);
}

// The table of Kob and Andersen (1995), sec. II.
TEST(KobAndersen, has_the_published_sizes_and_depths) {
  for (const PairEnd end : {PairEnd::smooth, PairEnd::cut}) {
    const PairPotentials glass = kob_andersen(end);
    EXPECT_EQ(glass.species(), 2);
    EXPECT_EQ(glass.cutoff(), 2.5);
    EXPECT_EQ(glass.are_smooth(), end == PairEnd::smooth);
    const double sigma[] = {1.0, 0.8, 0.88}, epsilon[] = {1.0, 1.5, 0.5};
    for (int k = 0; k < 3; ++k) {
      const auto& pair = glass.between(k == 2 ? 1 : 0, k == 0 ? 0 : 1);
      const double r = std::pow(2.0, 1.0 / 6) * sigma[k];
      EXPECT_NEAR(pair.at(r).first, 0, 1e-12);
      EXPECT_NEAR(pair.at(r).second, 72 * epsilon[k] / (r * r), 1e-10);
      EXPECT_DOUBLE_EQ(pair.outer(), 2.5 * sigma[k]);
      // Cut at 2.5 sigma the well has lost 4 epsilon (2.5^-6 - 2.5^-12) of its depth; a tail takes more.
      const double lost = 4 * epsilon[k] * (std::pow(2.5, -6) - std::pow(2.5, -12));
      if (end == PairEnd::cut)
        EXPECT_NEAR(pair.at(r).value, lost - epsilon[k], 1e-12);
      else
        EXPECT_GT(pair.at(r).value, lost - epsilon[k]);
    }
  }
}

TEST(PairPotentials, refuse_what_makes_no_sense) {
  EXPECT_THROW(LennardJones(1, 1, 2.5, 2), InputError);
  EXPECT_THROW(LennardJones(1, -1, 2, 2.5), InputError);
  EXPECT_THROW(PairPotentials(0), InputError);
  EXPECT_THROW(PairPotentials(2).set(0, 2, {}), InputError);
}

TEST(PotentialRegistry, knows_its_names) {
  ASSERT_EQ(potential_names(), (std::vector<std::string>{"lj2d", "ka3d", "ka3d-cut"}));
  EXPECT_EQ(make_force_field("lj2d")->cutoff(), 2.5);
  EXPECT_EQ(potential_info("lj2d").species.size(), 2U);
  try {
    potential_info("lj3d");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "There is no potential \"lj3d\". Known potentials: lj2d, ka3d, ka3d-cut.");
  }
}

}  // namespace
}  // namespace vitrum::atomistic
