#include "atomistic/random_liquid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

void require_sound(const Mixture& mixture) {
  if (mixture.dimension != 2 && mixture.dimension != 3) {
    throw InputError("a liquid has 2 or 3 dimensions, not " + std::to_string(mixture.dimension));
  }
  if (mixture.fractions.empty()) throw InputError("a mixture has at least one species; give its fractions");
  for (const double fraction : mixture.fractions) {
    if (!(std::isfinite(fraction) && fraction > 0)) {
      throw InputError("a species' fraction is " + std::to_string(fraction) +
                       " and must be a positive number; leave out a species that is not there");
    }
  }
}

}  // namespace

Configuration random_liquid(const Mixture& mixture, int atoms, double density, RandomStream& random) {
  if (atoms < 2) {
    throw InputError("a liquid of " + std::to_string(atoms) +
                     " atoms has no relative motion; ask for at least 2 atoms");
  }
  if (!(std::isfinite(density) && density > 0)) {
    throw InputError("the density is " + std::to_string(density) + " and must be a positive number");
  }
  require_sound(mixture);
  Configuration configuration;
  Box& box = configuration.box;
  box.dimension = mixture.dimension;
  box.lx = box.ly = mixture.dimension == 2 ? std::sqrt(atoms / density) : std::cbrt(atoms / density);
  if (mixture.dimension == 3) box.lz = box.lx;
  const double whole = std::accumulate(mixture.fractions.begin(), mixture.fractions.end(), 0.0);
  double share = 0;
  for (std::size_t s = 0; s < mixture.fractions.size(); ++s) {
    share += mixture.fractions[s];
    const auto end = static_cast<std::size_t>(std::lround(atoms * (share / whole)));
    configuration.species.resize(end, static_cast<int>(s));
  }
  for (int i = 0; i < atoms * mixture.dimension; ++i) {
    configuration.positions.push_back(box.lx * random.uniform());
  }
  return configuration;
}

void remove_overlaps(Configuration& configuration, ForceField& force_field, double force) {
  constexpr double longest_move = 0.05;
  constexpr double first_mobility = 2e-3;  // of the order of 1 / curvature of a pair at contact
  constexpr int patience = 1000;           // steps with one mobility; stiff contacts need a smaller one
  constexpr int most_steps = 10000;
  const auto dimension = static_cast<std::size_t>(configuration.box.dimension);
  std::vector<double> forces;
  double largest = 0;
  for (int step = 0; step < most_steps; ++step) {
    const double mobility = std::ldexp(first_mobility, -(step / patience));
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
