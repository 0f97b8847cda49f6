#include "atomistic/random_liquid.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/error.h"

namespace vitrum::atomistic {

Configuration random_liquid(int atoms, double density, RandomStream& random) {
  if (atoms < 2) {
    throw InputError("a liquid of " + std::to_string(atoms) +
                     " atoms has no relative motion; ask for at least 2 atoms");
  }
  if (!(std::isfinite(density) && density > 0)) {
    throw InputError("the density is " + std::to_string(density) + " and must be a positive number");
  }
  const double large_to_small = (1 + std::sqrt(5.0)) / 4;
  const auto large = static_cast<int>(std::lround(atoms * large_to_small / (1 + large_to_small)));
  Configuration configuration;
  configuration.box.lx = configuration.box.ly = std::sqrt(atoms / density);
  for (int i = 0; i < atoms; ++i) {
    configuration.species.push_back(i < large ? 0 : 1);
    configuration.positions.push_back(configuration.box.lx * random.uniform());
    configuration.positions.push_back(configuration.box.ly * random.uniform());
  }
  return configuration;
}

void remove_overlaps(Configuration& configuration, ForceField& force_field, double force) {
  constexpr double longest_move = 0.05;
  constexpr double mobility = 2e-3;  // of the order of 1 / curvature of a pair at contact
  constexpr int most_steps = 10000;
  const auto dimension = static_cast<std::size_t>(configuration.box.dimension);
  std::vector<double> forces;
  double largest = 0;
  for (int step = 0; step < most_steps; ++step) {
    force_field.evaluate(configuration, forces);
    largest = 0;
    for (std::size_t i = 0; i < configuration.atoms(); ++i) {
      double square = 0;
      for (std::size_t c = 0; c < dimension; ++c) square += std::pow(forces[dimension * i + c], 2);
      const double size = std::sqrt(square);
      largest = std::max(largest, size);
      const double share = size * mobility > longest_move ? longest_move / size : mobility;
      for (std::size_t c = 0; c < dimension; ++c) {
        configuration.positions[dimension * i + c] += share * forces[dimension * i + c];
      }
    }
    if (largest <= force) return;
  }
  throw PhysicsError("random atoms still overlap after " + std::to_string(most_steps) +
                     " steps of descent: the largest force is " + std::to_string(largest) + ", not " +
                     std::to_string(force) + " (the density is too high for this potential); lower it");
}

}  // namespace vitrum::atomistic
