#include "atomistic/structural_relaxation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/random.h"

namespace vitrum::atomistic {
namespace {

Configuration gas(int dimension, std::size_t atoms, double edge) {
  Configuration out;
  out.box = {dimension, {0, 0, 0}, edge, edge, dimension == 3 ? edge : 1, 0, 0, 0};
  out.species.assign(atoms, 0);
  out.positions.assign(atoms * static_cast<std::size_t>(dimension), 0.0);
  return out;
}

// Free diffusion: F(k, t) = exp(-k^2 D t), so that the structure relaxes in 1 / (k^2 D), again and again.
TEST(StructuralRelaxation, finds_the_time_of_diffusing_atoms) {
  for (const int dimension : {2, 3}) {
    Configuration atoms = gas(dimension, 20000, dimension == 2 ? 200.0 : 40.0);
    const double distance = std::pow(atoms.box.volume() / 20000, 1.0 / dimension);
    const double k = 2 * std::numbers::pi / distance, diffusivity = 0.003;
    const double tau = 1 / (k * k * diffusivity);
    const double interval = tau / 20;
    RandomStream random(5, 0, Purpose::test);
    StructuralRelaxation relaxation;
    for (int n = 0; n <= 70; ++n) {
      relaxation.observe(atoms, n * interval);
      for (double& x : atoms.positions) x += std::sqrt(2 * diffusivity * interval) * random.normal();
    }
    ASSERT_EQ(relaxation.times().size(), 3U);
    for (const double found : relaxation.times()) EXPECT_NEAR(found, tau, 0.03 * tau);
    EXPECT_LT(relaxation.scattering(), 1);
    EXPECT_GT(relaxation.scattering(), 1 / std::numbers::e);
  }
}

// Atoms that move at one speed: F = cos(k v t) in the one direction, 1 in the other.
TEST(StructuralRelaxation, averages_over_atoms_and_axes) {
  Configuration atoms = gas(2, 100, 10);
  StructuralRelaxation relaxation;
  relaxation.observe(atoms, 0);
  for (std::size_t i = 0; i < 100; ++i) atoms.positions[2 * i] += 0.1;
  relaxation.observe(atoms, 1);
  EXPECT_NEAR(relaxation.scattering(), (1 + std::cos(2 * std::numbers::pi * 0.1)) / 2, 1e-12);
  EXPECT_TRUE(relaxation.times().empty());
}

TEST(StructuralRelaxation, goes_on_from_a_checkpoint) {
  Configuration atoms = gas(2, 50, 10);
  RandomStream random(6, 0, Purpose::test);
  StructuralRelaxation straight, resumed;
  for (int n = 0; n < 40; ++n) {
    straight.observe(atoms, n);
    if (n == 17) resumed.resume(straight.checkpoint());
    if (n > 17) resumed.observe(atoms, n);
    for (double& x : atoms.positions) x += 0.1 * random.normal();
  }
  EXPECT_FALSE(straight.times().empty());
  EXPECT_EQ(resumed.checkpoint(), straight.checkpoint());
}

}  // namespace
}  // namespace vitrum::atomistic
