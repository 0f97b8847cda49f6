#include "atomistic/velocities.h"

#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::atomistic {

std::vector<double> thermal_velocities(std::size_t atoms, int dimension, double temperature,
                                       RandomStream& random, const std::vector<double>& masses) {
  const auto components = static_cast<std::size_t>(dimension);
  const auto mass = [&masses](std::size_t atom) { return masses.empty() ? 1.0 : masses[atom]; };
  std::vector<double> velocities(components * atoms);
  for (std::size_t k = 0; k < velocities.size(); ++k) {
    velocities[k] = std::sqrt(temperature / mass(k / components)) * random.normal();
  }
  for (std::size_t c = 0; c < components; ++c) {
    double momentum = 0, whole = 0;
    for (std::size_t i = 0; i < atoms; ++i) {
      momentum += mass(i) * velocities[components * i + c];
      whole += mass(i);
    }
    const double drift = momentum / whole;
    for (std::size_t i = 0; i < atoms; ++i) velocities[components * i + c] -= drift;
  }
  return velocities;
}

double kinetic_energy(const std::vector<double>& velocities, const std::vector<double>& masses) {
  double sum = 0;
  if (masses.empty()) {
    for (const double v : velocities) sum += v * v;
    return 0.5 * sum;
  }
  const std::size_t components = velocities.size() / masses.size();
  for (std::size_t k = 0; k < velocities.size(); ++k) {
    sum += masses[k / components] * (velocities[k] * velocities[k]);
  }
  return 0.5 * sum;
}

double degrees_of_freedom(std::size_t atoms, int dimension) {
  return static_cast<double>(dimension) * (static_cast<double>(atoms) - 1);
}

std::vector<double> masses_of_atoms(const std::vector<int>& species, const std::vector<double>& masses) {
  std::vector<double> out;
  out.reserve(species.size());
  for (const int s : species) {
    if (s < 0 || static_cast<std::size_t>(s) >= masses.size()) {
      throw InputError("there are masses of " + std::to_string(masses.size()) +
                       " species, but an atom is of species number " + std::to_string(s + 1) +
                       "; give every species its mass");
    }
    const double mass = masses[static_cast<std::size_t>(s)];
    if (!(std::isfinite(mass) && mass > 0)) {
      throw InputError("the mass of species number " + std::to_string(s + 1) + " is " + std::to_string(mass) +
                       " and must be a positive number");
    }
    out.push_back(mass);
  }
  return out;
}

}  // namespace vitrum::atomistic
