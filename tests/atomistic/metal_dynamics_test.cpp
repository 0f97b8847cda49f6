#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

#include "atomistic/dynamics.h"
#include "atomistic/random_liquid.h"
#include "atomistic/settling.h"
#include "atomistic/velocities.h"
#include "metal_path.h"

namespace vitrum::atomistic {
namespace {

// eV/K; and that of one g/mol in eV ps^2 / A^2.
constexpr double boltzmann = 8.617333262e-5, gram_per_mole = 1.0364269656e-4;

/// A melt of 108 atoms of Cu and Zr under a thermostat of 2000 K.
/// @param pressure in GPa; nothing: at constant volume.
Dynamics melt(double timestep, std::optional<double> pressure = std::nullopt) {
  const auto make = [] { return std::make_unique<EamForceField>(test::metal_potential(), 1.0); };
  Configuration c = test::read_eam_data("tilted_108");
  remove_overlaps(c, *make(), 1);
  std::vector<double> masses;
  for (const double mass : test::metal_potential()->masses()) masses.push_back(mass * gram_per_mole);
  const double energy = boltzmann * 2000;
  RandomStream random(3, 0, Purpose::test);
  auto velocities = thermal_velocities(c.atoms(), 3, energy, random, masses_of_atoms(c.species, masses));
  const NoseHooverChain thermostat(energy, 0.1, degrees_of_freedom(c.atoms(), 3));
  std::optional<Barostat> barostat;
  if (pressure) barostat.emplace(*pressure / gigapascals, energy, 1.0, c.atoms(), 3);
  return {std::move(c), std::move(velocities), make, timestep, thermostat, masses, barostat};
}

/// Largest change of the conserved energy in 0.4 ps, eV.
double wandering(double timestep, std::optional<double> pressure = std::nullopt) {
  Dynamics dynamics = melt(timestep, pressure);
  const auto steps = std::lround(0.01 / timestep);
  dynamics.run(steps, steps);
  const double start = dynamics.conserved_energy();
  double largest = 0;
  for (int k = 0; k < 40; ++k) {
    dynamics.run(steps, steps);
    largest = std::max(largest, std::abs(dynamics.conserved_energy() - start));
  }
  return largest;
}

// As a method of second order does: a quarter for half the time step, and little beside k_B T = 0.17 eV.
TEST(MetalDynamics, conserves_the_energy_of_atoms_and_thermostat) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  const double coarse = wandering(0.002), fine = wandering(0.001);
  EXPECT_LT(coarse, 0.1);
  EXPECT_LT(fine, 0.4 * coarse);
}

TEST(MetalDynamics, conserves_the_energy_of_atoms_and_baths_under_pressure) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
  const double coarse = wandering(0.002, 10), fine = wandering(0.001, 10);
  EXPECT_LT(coarse, 0.1);
  EXPECT_LT(fine, 0.4 * coarse);
}

// tests/reference/eam/pressure_108.csv, by LAMMPS (fix npt iso).
TEST(MetalDynamics, has_the_volume_that_lammps_has_under_the_same_pressure) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers, which see the same code in the test before";
#endif
  std::ifstream file(test::eam_path("pressure_108.csv"));
  std::string line;
  std::getline(file, line);
  int states = 0;
  while (std::getline(file, line)) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream row(line);
    double pressure = 0, volume = 0, volume_error = 0, energy = 0, energy_error = 0;
    row >> pressure >> volume >> volume_error >> energy >> energy_error;
    Dynamics dynamics = melt(0.002, pressure);
    dynamics.run(5000, 5000);
    std::vector<double> volumes, energies, pressures;
    for (const Averages& average : dynamics.run(20000, 10)) {
      volumes.push_back(average.volume);
      energies.push_back(average.potential_energy);
      pressures.push_back(gigapascals * average.pressure);
    }
    const SeriesMean mean = series_mean(volumes), u = series_mean(energies), p = series_mean(pressures);
    EXPECT_NEAR(mean.mean, volume, 3.5 * std::hypot(mean.error, volume_error)) << pressure << " GPa";
    EXPECT_NEAR(u.mean, energy, 3.5 * std::hypot(u.error, energy_error)) << pressure << " GPa";
    EXPECT_NEAR(p.mean, pressure, 0.05 + 4 * p.error);
    EXPECT_LT(std::hypot(mean.error, volume_error), 0.005 * volume) << "the test could not fail";
    ++states;
  }
  EXPECT_EQ(states, 2);
}

// Canonical: 2K / (N_f k_B T) has the mean 1 and the variance 2 / N_f.
TEST(MetalDynamics, has_the_temperature_of_the_bath_and_its_fluctuations) {
  if (!std::filesystem::exists(test::copper_zirconium)) GTEST_SKIP() << "the package lammps-data is missing";
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers, which see the same code in the test before";
#endif
  Dynamics dynamics = melt(0.002);
  dynamics.run(2000, 2000);
  const auto series = dynamics.run(40000, 1);
  double mean = 0, square = 0;
  for (const Averages& average : series) {
    const double t = average.temperature / (boltzmann * 2000);
    mean += t / static_cast<double>(series.size());
    square += t * t / static_cast<double>(series.size());
  }
  const double expected = 2 / degrees_of_freedom(108, 3);
  EXPECT_NEAR(mean, 1, 0.015);
  EXPECT_NEAR((square - mean * mean) / expected, 1, 0.25);
}

}  // namespace
}  // namespace vitrum::atomistic
