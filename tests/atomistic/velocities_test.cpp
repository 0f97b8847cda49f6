#include "atomistic/velocities.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"

namespace vitrum::atomistic {
namespace {

TEST(Velocities, carry_no_momentum) {
  for (const int dimension : {2, 3}) {
    RandomStream random(7, 0, Purpose::velocities);
    const auto v = thermal_velocities(500, dimension, 0.7, random);
    const auto d = static_cast<std::size_t>(dimension);
    ASSERT_EQ(v.size(), 500 * d);
    for (std::size_t c = 0; c < d; ++c) {
      double momentum = 0;
      for (std::size_t i = 0; i < 500; ++i) momentum += v[d * i + c];
      EXPECT_NEAR(momentum, 0, 1e-12);
    }
  }
}

// 2K / T is distributed as chi-squared with d (N - 1) degrees of freedom: mean and variance of many draws.
TEST(Velocities, have_the_maxwell_distributions_kinetic_energy) {
  const double temperature = 0.351;
  const double freedom = degrees_of_freedom(40, 2);
  EXPECT_EQ(freedom, 78);
  const int draws = 4000;
  double sum = 0, squares = 0;
  for (int k = 0; k < draws; ++k) {
    RandomStream random(11, static_cast<std::uint64_t>(k), Purpose::velocities);
    const double chi = 2 * kinetic_energy(thermal_velocities(40, 2, temperature, random)) / temperature;
    sum += chi;
    squares += (chi - freedom) * (chi - freedom);
  }
  const double mean_error = std::sqrt(2 * freedom / draws);
  EXPECT_NEAR(sum / draws, freedom, 4 * mean_error);
  // The fourth central moment of chi-squared is 12 n (n + 4).
  const double variance_error = std::sqrt((12 * freedom * (freedom + 4) - 4 * freedom * freedom) / draws);
  EXPECT_NEAR(squares / draws, 2 * freedom, 4 * variance_error);
}

// Each species has the kinetic energy T/2 a degree of freedom, whatever its mass.
TEST(Velocities, share_the_energy_equally_among_masses) {
  const std::size_t atoms = 20000;
  std::vector<int> species(atoms);
  for (std::size_t i = 0; i < atoms; ++i) species[i] = static_cast<int>(i % 2);
  const std::vector<double> masses = masses_of_atoms(species, {1.0, 16.0});
  RandomStream random(13, 0, Purpose::velocities);
  const auto v = thermal_velocities(atoms, 3, 0.5, random, masses);
  double energy[] = {0, 0}, momentum = 0;
  for (std::size_t k = 0; k < v.size(); ++k) {
    energy[species[k / 3]] += 0.5 * masses[k / 3] * v[k] * v[k];
    if (k % 3 == 1) momentum += masses[k / 3] * v[k];
  }
  const double expected = 0.25 * 3 * static_cast<double>(atoms) / 2;
  for (const double found : energy) EXPECT_NEAR(found, expected, 5 * expected * std::sqrt(2.0 / 30000));
  EXPECT_NEAR(momentum, 0, 1e-9);
  EXPECT_NEAR(kinetic_energy(v, masses), energy[0] + energy[1], 1e-8);
  EXPECT_THROW(masses_of_atoms(species, {1.0}), InputError);
  EXPECT_THROW(masses_of_atoms(species, {1.0, 0.0}), InputError);
}

TEST(Velocities, differ_between_samples_and_repeat_for_one) {
  RandomStream first(3, 0, Purpose::velocities), again(3, 0, Purpose::velocities);
  RandomStream other(3, 1, Purpose::velocities);
  const auto v = thermal_velocities(10, 2, 1.0, first);
  EXPECT_EQ(v, thermal_velocities(10, 2, 1.0, again));
  EXPECT_NE(v, thermal_velocities(10, 2, 1.0, other));
}

}  // namespace
}  // namespace vitrum::atomistic
