#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "atomistic/preparation.h"
#include "atomistic/random_liquid.h"
#include "atomistic/settling.h"
#include "atomistic/velocities.h"

namespace vitrum::atomistic {
namespace {

/// Column 1 of the running averages that LAMMPS wrote: potential energy per atom.
SeriesMean lammps_energy() {
  std::ifstream file(std::string(VITRUM_REFERENCE_DIR) + "/liquid/liquid.series.txt");
  std::vector<double> energies;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream in(line);
    double step = 0, energy = 0;
    in >> step >> energy;
    energies.push_back(energy);
  }
  EXPECT_EQ(energies.size(), 500U);
  return series_mean(energies);
}

TEST(Liquid, has_the_energy_that_lammps_finds) {
  const double temperature = 0.7;
  RandomStream places(5, 0, Purpose::positions), speeds(5, 0, Purpose::velocities);
  const auto make = [] { return std::make_unique<PairForceField>(paper_glass(), 0.6); };
  Configuration liquid = random_liquid(usual_mixture("lj2d"), 1000, 1.02435, places);
  remove_overlaps(liquid, *make(), 50);
  auto velocities = thermal_velocities(1000, 2, temperature, speeds);
  Dynamics dynamics(std::move(liquid), std::move(velocities), make, 0.005,
                    NoseHooverChain(temperature, 0.5, degrees_of_freedom(1000, 2)));
  dynamics.run(10000, 10000);
  std::vector<double> energies, temperatures;
  for (const Averages& average : dynamics.run(80000, 100)) {
    energies.push_back(average.potential_energy / 1000);
    temperatures.push_back(average.temperature);
  }
  const SeriesMean ours = series_mean(energies), theirs = lammps_energy();
  const SeriesMean kinetic = series_mean(temperatures);
  EXPECT_NEAR(kinetic.mean, temperature, 4 * kinetic.error);
  EXPECT_LT(kinetic.error, 0.002);
  EXPECT_NEAR(ours.mean, theirs.mean, 4 * std::hypot(ours.error, theirs.error));
  EXPECT_LT(std::hypot(ours.error, theirs.error), 0.005) << "the test could not fail";
}

// The energies of a fair sample of paper 1's glass as other programs found them: about -1.96 per atom in the
// liquid at T = 0.351, about -2.30 after the quench. One sample of 1000 atoms differs by some 0.01.
TEST(Preparation, settles_at_the_energies_of_the_papers_glass) {
  Preparation preparation(PreparationSettings{}, paper_glass(), 1, 0);
  while (!preparation.finished()) preparation.advance();
  const Group report = preparation.report();
  EXPECT_NEAR(report.number("liquid/temperature_mean"), 0.351, 0.002);
  EXPECT_NEAR(report.number("liquid/energy_mean"), -1.97, 0.025);
  EXPECT_NEAR(report.number("glass_energy"), -2.31, 0.025);
}

}  // namespace
}  // namespace vitrum::atomistic
