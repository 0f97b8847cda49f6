#include "atomistic/dynamics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "atomistic/random_liquid.h"
#include "atomistic/velocities.h"
#include "base/error.h"
#include "simple_fields.h"

namespace vitrum::atomistic {
namespace {

MakeForceField soft_discs() {
  return [] { return std::make_unique<test::SoftDiscs>(); };
}

Dynamics soft_fluid(double timestep) {
  RandomStream random(5, 0, Purpose::velocities);
  Configuration lattice = test::square_lattice(5, 0.8);
  auto velocities = thermal_velocities(lattice.atoms(), 2, 1.0, random);
  return {std::move(lattice), std::move(velocities), soft_discs(), timestep};
}

// Velocity Verlet turns x'' = -w^2 x into a recursion with the exact solution x_n = A cos(n theta + phase),
// cos theta = 1 - w^2 h^2 / 2, at any stable time step.
TEST(Dynamics, follows_the_exact_solution_of_the_discrete_harmonic_oscillator) {
  const double frequency = 3, h = 0.2, start = 0.7, speed = -0.4;
  Configuration atoms{{}, {0, 0}, {start, 0.0, 0.0, 0.0}};
  Dynamics dynamics(
      atoms, {speed, 0.0, 0.0, 0.0}, [&] { return std::make_unique<test::Wells>(frequency); }, h);
  const double theta = std::acos(1 - 0.5 * frequency * frequency * h * h);
  // v_0 = (x_1 - x_-1) / 2h fixes the sine's amplitude.
  const double sine = speed * h / std::sin(theta);
  for (int n = 1; n <= 200; ++n) {
    dynamics.run(1, 1);
    EXPECT_NEAR(dynamics.configuration().positions[0],
                start * std::cos(n * theta) + sine * std::sin(n * theta), 1e-12);
    EXPECT_EQ(dynamics.configuration().positions[3], 0);
  }
}

TEST(Dynamics, moves_heavy_atoms_more_slowly) {
  const double frequency = 3, h = 0.2, start = 0.7, mass = 4;
  Configuration atoms{{}, {0, 1}, {start, 0.0, start, 0.0}};
  Dynamics dynamics(atoms, {0.0, 0.0, 0.0, 0.0}, [&] { return std::make_unique<test::Wells>(frequency); }, h,
                    std::nullopt, {1.0, mass});
  const double light = std::acos(1 - 0.5 * frequency * frequency * h * h);
  const double heavy = std::acos(1 - 0.5 * frequency * frequency * h * h / mass);
  for (int n = 1; n <= 50; ++n) {
    dynamics.run(1, 1);
    EXPECT_NEAR(dynamics.configuration().positions[0], start * std::cos(n * light), 1e-12);
    EXPECT_NEAR(dynamics.configuration().positions[2], start * std::cos(n * heavy), 1e-12);
  }
  EXPECT_THROW(Dynamics(atoms, {0.0, 0.0, 0.0, 0.0}, [&] { return std::make_unique<test::Wells>(frequency); },
                        h, std::nullopt, {1.0}),
               InputError);
}

TEST(Dynamics, conserves_energy_to_second_order_in_the_time_step) {
  const auto largest_error = [](double h) {
    Dynamics dynamics = soft_fluid(h);
    dynamics.run(1, 1);
    const double energy = dynamics.conserved_energy();
    double error = 0;
    for (double t = h; t < 2; t += h) {
      dynamics.run(1, 1);
      error = std::max(error, std::abs(dynamics.conserved_energy() - energy));
    }
    return error;
  };
  const double coarse = largest_error(0.008), middle = largest_error(0.004), fine = largest_error(0.002);
  EXPECT_LT(coarse, 0.1);
  EXPECT_NEAR(coarse / middle, 4, 0.4);
  EXPECT_NEAR(middle / fine, 4, 0.2);
}

TEST(Dynamics, conserves_momentum) {
  Dynamics dynamics = soft_fluid(0.01);
  dynamics.run(2000, 2000);
  double x = 0, y = 0;
  const auto& v = dynamics.velocities();
  for (std::size_t k = 0; k < v.size(); k += 2) x += v[k], y += v[k + 1];
  EXPECT_NEAR(x, 0, 1e-11);
  EXPECT_NEAR(y, 0, 1e-11);
}

TEST(Dynamics, retraces_its_path_when_the_velocities_are_turned) {
  Dynamics there = soft_fluid(0.01);
  const auto start = there.configuration().positions;
  there.run(150, 150);
  auto turned = there.velocities();
  for (double& v : turned) v = -v;
  Dynamics back(there.configuration(), turned, soft_discs(), 0.01);
  back.run(150, 150);
  for (std::size_t k = 0; k < start.size(); ++k) {
    EXPECT_NEAR(back.configuration().positions[k], start[k], 1e-8);
  }
}

// A small sample of the paper's liquid, whose neighbour list is rebuilt many times on the way.
TEST(Dynamics, resumes_to_the_same_bits) {
  RandomStream places(1, 0, Purpose::positions), speeds(1, 0, Purpose::velocities);
  Configuration start = random_liquid(usual_mixture("lj2d"), 120, 1.02435, places);
  const auto make = [] { return std::make_unique<PairForceField>(paper_glass()); };
  remove_overlaps(start, *make(), 50);
  const auto velocities = thermal_velocities(start.atoms(), 2, 0.7, speeds);
  const auto fresh = [&] {
    return Dynamics(start, velocities, make, 0.005,
                    NoseHooverChain(0.7, 0.5, degrees_of_freedom(start.atoms(), 2)));
  };
  Dynamics straight = fresh();
  straight.run(300, 100);
  const Group checkpoint = straight.checkpoint();
  const auto tail = straight.run(300, 100);

  Dynamics resumed = fresh();
  resumed.resume(checkpoint);
  EXPECT_EQ(resumed.checkpoint(), checkpoint);
  const auto resumed_tail = resumed.run(300, 100);
  EXPECT_EQ(resumed.checkpoint(), straight.checkpoint());
  ASSERT_EQ(resumed_tail.size(), 3U);
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_EQ(resumed_tail[k].potential_energy, tail[k].potential_energy);
    EXPECT_EQ(resumed_tail[k].temperature, tail[k].temperature);
  }
}

TEST(Dynamics, averages_over_windows_of_which_the_last_may_be_short) {
  Dynamics one = soft_fluid(0.01), ten = soft_fluid(0.01);
  const auto fine = one.run(25, 1);
  const auto coarse = ten.run(25, 10);
  ASSERT_EQ(coarse.size(), 3U);
  double first = 0, last = 0;
  for (std::size_t k = 0; k < 10; ++k) first += fine[k].potential_energy / 10;
  for (std::size_t k = 20; k < 25; ++k) last += fine[k].temperature / 5;
  EXPECT_NEAR(coarse[0].potential_energy, first, 1e-12);
  EXPECT_NEAR(coarse[2].temperature, last, 1e-12);
}

TEST(Dynamics, says_so_when_the_time_step_is_too_long) {
  Configuration atoms{{}, {0, 0}, {1.0, 0.0, 0.0, 0.0}};
  Dynamics dynamics(
      atoms, std::vector<double>(4), [] { return std::make_unique<test::Wells>(3.0); }, 1.0);
  EXPECT_NO_THROW(dynamics.run(20, 20));
  try {
    dynamics.run(2000, 2000);
    FAIL() << "an unstable oscillator has no finite energy";
  } catch (const PhysicsError& error) {
    EXPECT_NE(std::string(error.what()).find("choose a shorter one"), std::string::npos) << error.what();
  }
}

TEST(Dynamics, refuses_what_it_cannot_use) {
  const Configuration atom{{}, {0}, {1.0, 0.0}};
  const Configuration atoms{{}, {0, 0}, {1.0, 0.0, 2.0, 0.0}};
  const std::vector<double> rest(4);
  EXPECT_THROW(Dynamics(atom, {0.0, 0.0}, soft_discs(), 0.01), InputError);
  EXPECT_THROW(Dynamics(atoms, rest, soft_discs(), 0.0), InputError);
  EXPECT_THROW(Dynamics(atoms, rest, soft_discs(), std::nan("")), InputError);
  EXPECT_THROW(Dynamics(atoms, {0.0}, soft_discs(), 0.01), InputError);
  Dynamics free(atoms, rest, soft_discs(), 0.01);
  EXPECT_THROW(free.set_temperature(1.0), InputError);
  EXPECT_THROW(free.resume(Group{}), InputError);
  EXPECT_THROW(free.resume(soft_fluid(0.01).checkpoint()), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
