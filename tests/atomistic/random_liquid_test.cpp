#include "atomistic/random_liquid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"

namespace vitrum::atomistic {
namespace {

// Paper 1, sec. 2.1 with the composition of its glass: 4472 large atoms of 10^4, in a box of 98.8045.
TEST(RandomLiquid, has_the_papers_composition_and_density) {
  RandomStream random(1, 0, Purpose::positions);
  const Configuration liquid = random_liquid(usual_mixture("lj2d"), 10000, 1.02435, random);
  EXPECT_EQ(std::count(liquid.species.begin(), liquid.species.end(), 0), 4472);
  EXPECT_EQ(std::count(liquid.species.begin(), liquid.species.end(), 1), 5528);
  EXPECT_NEAR(liquid.box.lx, 98.8045, 5e-4);
  EXPECT_EQ(liquid.box.lx, liquid.box.ly);
  EXPECT_EQ(liquid.box.dimension, 2);
}

TEST(RandomLiquid, mixes_any_number_of_species_in_three_dimensions) {
  RandomStream random(1, 0, Purpose::positions);
  const Configuration liquid = random_liquid({3, {3, 1, 2}, {1, 1, 1}}, 1000, 1.2, random);
  EXPECT_EQ(std::count(liquid.species.begin(), liquid.species.end(), 0), 500);
  EXPECT_EQ(std::count(liquid.species.begin(), liquid.species.end(), 1), 167);
  EXPECT_EQ(std::count(liquid.species.begin(), liquid.species.end(), 2), 333);
  EXPECT_NEAR(1000 / liquid.box.volume(), 1.2, 1e-12);
  EXPECT_EQ(liquid.box.lx, liquid.box.lz);
  EXPECT_EQ(liquid.positions.size(), 3000U);
  const auto [least, most] = std::minmax_element(liquid.positions.begin(), liquid.positions.end());
  EXPECT_GE(*least, 0);
  EXPECT_LT(*most, liquid.box.lx);
  const Configuration kob = random_liquid(usual_mixture("ka3d"), 1000, 1.2, random);
  EXPECT_EQ(std::count(kob.species.begin(), kob.species.end(), 0), 800);
  EXPECT_THROW(random_liquid({3, {}, {}}, 1000, 1.2, random), InputError);
  EXPECT_THROW(random_liquid({3, {1, -1}, {1, 1}}, 1000, 1.2, random), InputError);
  EXPECT_THROW(random_liquid({4, {1}, {1}}, 1000, 1.2, random), InputError);
}

TEST(RandomLiquid, keeps_atoms_apart_that_may_not_meet) {
  for (const int dimension : {2, 3}) {
    RandomStream random(3, 0, Purpose::positions);
    const auto d = static_cast<std::size_t>(dimension);
    const Configuration liquid = random_liquid({dimension, {1}, {1}}, 300, 0.5, random, 0.7);
    double nearest = liquid.box.lx;
    for (std::size_t i = 0; i < 300; ++i)
      for (std::size_t j = 0; j < i; ++j) {
        double square = 0;
        for (std::size_t c = 0; c < d; ++c) {
          const double x = liquid.positions[d * i + c] - liquid.positions[d * j + c];
          square += std::pow(x - liquid.box.lx * std::round(x / liquid.box.lx), 2);
        }
        nearest = std::min(nearest, std::sqrt(square));
      }
    EXPECT_GE(nearest, 0.7);
    EXPECT_LT(nearest, 0.75);
    EXPECT_THROW(random_liquid({dimension, {1}, {1}}, 300, 1.2, random, 1), PhysicsError);
  }
}

TEST(RandomLiquid, is_uniform_in_the_box) {
  RandomStream random(2, 0, Purpose::positions);
  const Configuration liquid = random_liquid(usual_mixture("lj2d"), 10000, 1.0, random);
  std::vector<int> quarter(16);
  for (std::size_t i = 0; i < liquid.atoms(); ++i) {
    const auto x = static_cast<std::size_t>(4 * liquid.positions[2 * i] / liquid.box.lx);
    const auto y = static_cast<std::size_t>(4 * liquid.positions[2 * i + 1] / liquid.box.ly);
    ++quarter.at(4 * y + x);
  }
  double chi_squared = 0;
  for (const int count : quarter) chi_squared += std::pow(count - 625.0, 2) / 625.0;
  EXPECT_LT(chi_squared, 37.7);  // 99.9 % of chi-squared with 15 degrees of freedom
  EXPECT_GT(chi_squared, 3.5);   // 0.1 %
}

TEST(RandomLiquid, loses_its_overlaps) {
  RandomStream random(3, 0, Purpose::positions);
  Configuration liquid = random_liquid(usual_mixture("lj2d"), 300, 1.02435, random);
  liquid.positions[2] = liquid.positions[0] + 1e-9;  // nearly on top of each other
  liquid.positions[3] = liquid.positions[1];
  PairForceField field(paper_glass());
  remove_overlaps(liquid, field, 30);
  std::vector<double> forces;
  EXPECT_LT(field.evaluate(liquid, forces).energy, 0);
  for (std::size_t i = 0; i < liquid.atoms(); ++i) {
    EXPECT_LE(std::hypot(forces[2 * i], forces[2 * i + 1]), 60);  // after one more short move
  }
}

TEST(RandomLiquid, refuses_what_it_cannot_fill) {
  RandomStream random(1, 0, Purpose::positions);
  EXPECT_THROW(random_liquid(usual_mixture("lj2d"), 1, 1.0, random), InputError);
  EXPECT_THROW(random_liquid(usual_mixture("lj2d"), 100, 0.0, random), InputError);
  EXPECT_THROW(random_liquid(usual_mixture("lj2d"), 100, std::nan(""), random), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
