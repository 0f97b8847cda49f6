#include "atomistic/barostat.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "atomistic/dynamics.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "atomistic/random_liquid.h"
#include "atomistic/settling.h"
#include "atomistic/velocities.h"
#include "base/error.h"
#include "simple_fields.h"

namespace vitrum::atomistic {
namespace {

/// 25 soft discs; without a pressure at constant volume.
Dynamics breathing(double timestep, double temperature, std::optional<double> pressure,
                   double spacing = 0.8) {
  RandomStream random(9, 0, Purpose::velocities);
  Configuration lattice = test::square_lattice(5, spacing);
  auto velocities = thermal_velocities(lattice.atoms(), 2, temperature, random);
  const double freedom = degrees_of_freedom(lattice.atoms(), 2);
  std::optional<Barostat> barostat;
  if (pressure) barostat.emplace(*pressure, temperature, 1.0, lattice.atoms(), 2);
  return {std::move(lattice),
          std::move(velocities),
          [] { return std::make_unique<test::SoftDiscs>(); },
          timestep,
          NoseHooverChain(temperature, 0.3, freedom),
          {},
          barostat};
}

TEST(Barostat, conserves_its_energy_to_second_order_in_the_time_step) {
  const auto largest_error = [](double h) {
    Dynamics dynamics = breathing(h, 1.0, 6);
    dynamics.set_temperature(2.0);  // heat flows, and the cell grows
    dynamics.run(1, 1);
    const double energy = dynamics.conserved_energy(), width = dynamics.configuration().box.lx;
    double error = 0;
    for (double t = h; t < 2; t += h) {
      dynamics.run(1, 1);
      error = std::max(error, std::abs(dynamics.conserved_energy() - energy));
    }
    EXPECT_GT(std::abs(dynamics.configuration().box.lx - width), 0.05 * width);
    return error;
  };
  const double coarse = largest_error(0.008), middle = largest_error(0.004), fine = largest_error(0.002);
  EXPECT_LT(coarse, 0.2);
  EXPECT_NEAR(coarse / middle, 4, 0.5);
  EXPECT_NEAR(middle / fine, 4, 0.3);
}

/// Of long runs: mean volume, its variance, mean pressure and temperature.
struct Breaths {
  SeriesMean volume, variance, pressure, temperature;
};

Breaths breaths(Dynamics dynamics) {
  dynamics.run(10000, 10000);
  std::vector<double> volume, variance, pressure, temperature;
  for (const Averages& step : dynamics.run(150000, 1)) {
    volume.push_back(step.volume);
    pressure.push_back(step.pressure);
    temperature.push_back(step.temperature);
  }
  const double mean = series_mean(volume).mean;
  for (const double v : volume) variance.push_back((v - mean) * (v - mean));
  return {series_mean(volume), series_mean(variance), series_mean(pressure), series_mean(temperature)};
}

// In this ensemble <V^2> - <V>^2 = -k_B T d<V>/dP, exactly.
TEST(Barostat, lets_the_volume_fluctuate_as_compressibility_demands) {
#ifdef VITRUM_SANITIZED
  GTEST_SKIP() << "takes minutes with sanitizers, which see the same code in the other tests";
#endif
  const double temperature = 0.8, pressure = 6, step = 0.6;
  const Breaths here = breaths(breathing(0.01, temperature, pressure));
  const Breaths below = breaths(breathing(0.01, temperature, pressure - step));
  const Breaths above = breaths(breathing(0.01, temperature, pressure + step));
  const double slope = (below.volume.mean - above.volume.mean) / (2 * step);
  const double slope_error = std::hypot(below.volume.error, above.volume.error) / (2 * step);
  const double error = std::hypot(here.variance.error, temperature * slope_error);
  EXPECT_NEAR(here.variance.mean, temperature * slope, 4 * error);
  EXPECT_LT(error, 0.1 * here.variance.mean) << "the test could not fail";
  EXPECT_NEAR(here.temperature.mean, temperature, 4 * here.temperature.error);
  // The same state at constant volume has that pressure, but for the breathing of so few atoms.
  const double spacing = std::sqrt(here.volume.mean / 25);
  const Breaths held = breaths(breathing(0.01, temperature, std::nullopt, spacing));
  EXPECT_NEAR(held.pressure.mean, pressure, 0.03 * pressure);
  EXPECT_NEAR(held.volume.mean, here.volume.mean, 1e-9 * here.volume.mean);
}

TEST(Barostat, resumes_to_the_same_bits) {
  RandomStream places(1, 0, Purpose::positions), speeds(1, 0, Purpose::velocities);
  Configuration start = random_liquid(usual_mixture("lj2d"), 120, 1.02435, places);
  const auto make = [] { return std::make_unique<PairForceField>(paper_glass()); };
  remove_overlaps(start, *make(), 50);
  const auto velocities = thermal_velocities(start.atoms(), 2, 0.7, speeds);
  const auto fresh = [&] {
    return Dynamics(start, velocities, make, 0.005, NoseHooverChain(0.7, 0.5, 238), {},
                    Barostat(1.0, 0.7, 2.0, 120, 2));
  };
  Dynamics straight = fresh();
  straight.run(300, 100);
  const Group checkpoint = straight.checkpoint();
  straight.run(300, 100);
  Dynamics resumed = fresh();
  resumed.resume(checkpoint);
  EXPECT_EQ(resumed.checkpoint(), checkpoint);
  resumed.run(300, 100);
  EXPECT_EQ(resumed.checkpoint(), straight.checkpoint());
  EXPECT_EQ(resumed.configuration().box, straight.configuration().box);
  EXPECT_NE(resumed.configuration().box, start.box);
}

TEST(Barostat, says_so_when_the_cell_runs_away) {
  try {
    breathing(0.01, 1.0, -5).run(100000, 1000);
    FAIL() << "nothing holds soft discs together";
  } catch (const PhysicsError& error) {
    EXPECT_NE(std::string(error.what()).find("longer barostat time"), std::string::npos) << error.what();
  }
}

TEST(Barostat, refuses_what_it_cannot_use) {
  EXPECT_THROW(Barostat(std::nan(""), 1, 1, 10, 2), InputError);
  EXPECT_THROW(Barostat(1, 0, 1, 10, 2), InputError);
  EXPECT_THROW(Barostat(1, 1, -1, 10, 2), InputError);
  Barostat barostat(1, 1, 1, 10, 2);
  EXPECT_THROW(barostat.resume(Group{}), InputError);
  const Configuration atoms{{}, {0, 0}, {1.0, 0.0, 2.0, 0.0}};
  EXPECT_THROW(Dynamics(
                   atoms, std::vector<double>(4), [] { return std::make_unique<test::SoftDiscs>(); }, 0.01,
                   std::nullopt, {}, Barostat(1, 1, 1, 2, 2)),
               InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
