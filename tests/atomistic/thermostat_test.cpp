#include "atomistic/thermostat.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "atomistic/dynamics.h"
#include "atomistic/settling.h"
#include "atomistic/velocities.h"
#include "base/error.h"
#include "simple_fields.h"

namespace vitrum::atomistic {
namespace {

// 16 soft discs: 30 degrees of freedom.
Dynamics bath(double timestep, double temperature) {
  RandomStream random(9, 0, Purpose::velocities);
  Configuration lattice = test::square_lattice(4, 0.8);
  auto velocities = thermal_velocities(lattice.atoms(), 2, temperature, random);
  const double freedom = degrees_of_freedom(lattice.atoms(), 2);
  return {std::move(lattice), std::move(velocities), [] { return std::make_unique<test::SoftDiscs>(); },
          timestep, NoseHooverChain(temperature, 0.3, freedom)};
}

TEST(NoseHooverChain, conserves_its_energy_to_second_order_in_the_time_step) {
  const auto largest_error = [](double h) {
    Dynamics dynamics = bath(h, 1.0);
    dynamics.set_temperature(2.0);  // heat flows
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
  EXPECT_NEAR(coarse / middle, 4, 0.5);
  EXPECT_NEAR(middle / fine, 4, 0.3);
}

// The canonical law: 2K / T is chi-squared with 30 degrees of freedom, so T_kin has the mean T and the
// variance 2 T^2 / 30, and lies below the tabulated quantiles with their probabilities.
TEST(NoseHooverChain, gives_the_canonical_distribution_of_the_kinetic_energy) {
  const double temperature = 0.8, freedom = 30;
  Dynamics dynamics = bath(0.01, temperature);
  dynamics.run(5000, 5000);
  const auto series = dynamics.run(200000, 1);
  std::vector<double> mean, variance, below[3];
  const double chi_squared[3] = {20.599, 29.336, 40.256};
  const double probability[3] = {0.1, 0.5, 0.9};
  for (const Averages& step : series) {
    mean.push_back(step.temperature);
    variance.push_back(std::pow(step.temperature - temperature, 2));
    for (int q = 0; q < 3; ++q) below[q].push_back(step.temperature * freedom / temperature < chi_squared[q]);
  }
  const auto agrees = [](const std::vector<double>& values, double expected, double precision) {
    const SeriesMean found = series_mean(values);
    EXPECT_NEAR(found.mean, expected, 4 * found.error);
    EXPECT_LT(found.error, precision * expected) << "the test could not fail";
  };
  agrees(mean, temperature, 0.005);
  agrees(variance, 2 * temperature * temperature / freedom, 0.03);
  for (int q = 0; q < 3; ++q) agrees(below[q], probability[q], 0.05);
}

// The positions feel the bath's temperature too: <|f|^2> = T <laplacian U> in the canonical ensemble. The
// time step is so long that the velocities at the ends of the steps are three per cent too cold; a thermostat
// acting on them would make the positions that much too hot.
TEST(NoseHooverChain, holds_positions_at_its_temperature) {
  const double temperature = 0.8, difference = 1e-4;
  Dynamics dynamics = bath(0.05, temperature);
  dynamics.run(2000, 2000);
  test::SoftDiscs field;
  std::vector<double> forces, shifted, excess;
  double laplacians = 0, kinetic = 0;
  const int count = 8000;
  for (int k = 0; k < count; ++k) {
    dynamics.run(5, 5);
    Configuration here = dynamics.configuration();
    field.evaluate(here, forces);
    double square = 0, laplacian = 0;
    for (std::size_t c = 0; c < forces.size(); ++c) {
      square += forces[c] * forces[c];
      const double x = here.positions[c];
      here.positions[c] = x + difference;
      field.evaluate(here, shifted);
      laplacian += (forces[c] - shifted[c]) / difference;
      here.positions[c] = x;
    }
    laplacians += laplacian / count;
    excess.push_back(square / temperature - laplacian);
    kinetic += 2 * kinetic_energy(dynamics.velocities()) / 30 / count;
  }
  const SeriesMean found = series_mean(excess);
  EXPECT_LT(found.error, 0.01 * laplacians) << "the test could not fail";
  EXPECT_LT(std::abs(found.mean), 0.01 * laplacians + 2 * found.error);
  EXPECT_LT(kinetic, 0.98 * temperature);
}

TEST(NoseHooverChain, brings_a_hot_fluid_to_its_temperature) {
  Dynamics dynamics = bath(0.01, 3.0);
  dynamics.set_temperature(0.5);
  dynamics.run(3000, 3000);
  EXPECT_NEAR(dynamics.run(20000, 20000)[0].temperature, 0.5, 0.03);
}

TEST(NoseHooverChain, refuses_what_it_cannot_use) {
  EXPECT_THROW(NoseHooverChain(0, 1, 30), InputError);
  EXPECT_THROW(NoseHooverChain(1, -1, 30), InputError);
  EXPECT_THROW(NoseHooverChain(1, 1, 0), InputError);
  EXPECT_THROW(NoseHooverChain(std::nan(""), 1, 30), InputError);
  NoseHooverChain chain(1, 1, 30);
  EXPECT_THROW(chain.resume(Group{}), InputError);
  Group wrong = chain.checkpoint();
  wrong.put("position", std::vector<double>{1, 2});
  EXPECT_THROW(chain.resume(wrong), InputError);
}

}  // namespace
}  // namespace vitrum::atomistic
