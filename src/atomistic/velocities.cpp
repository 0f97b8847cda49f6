#include "atomistic/velocities.h"

#include <cmath>

namespace vitrum::atomistic {

std::vector<double> thermal_velocities(std::size_t atoms, int dimension, double temperature,
                                       RandomStream& random) {
  const auto components = static_cast<std::size_t>(dimension);
  const double width = std::sqrt(temperature);
  std::vector<double> velocities(components * atoms);
  for (double& v : velocities) v = width * random.normal();
  for (std::size_t c = 0; c < components; ++c) {
    double momentum = 0;
    for (std::size_t i = 0; i < atoms; ++i) momentum += velocities[components * i + c];
    const double drift = momentum / static_cast<double>(atoms);
    for (std::size_t i = 0; i < atoms; ++i) velocities[components * i + c] -= drift;
  }
  return velocities;
}

double kinetic_energy(const std::vector<double>& velocities) {
  double sum = 0;
  for (const double v : velocities) sum += v * v;
  return 0.5 * sum;
}

double degrees_of_freedom(std::size_t atoms, int dimension) {
  return static_cast<double>(dimension) * (static_cast<double>(atoms) - 1);
}

}  // namespace vitrum::atomistic
