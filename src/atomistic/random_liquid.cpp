#include "atomistic/random_liquid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "atomistic/box_geometry.h"
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

/// Which places of a square or cubic periodic box are free, found by cells no smaller than the distance.
class FreePlaces {
 public:
  FreePlaces(double edge, std::size_t dimension, double distance)
      : edge_(edge),
        dimension_(dimension),
        distance_(distance),
        cells_(static_cast<std::size_t>(std::clamp(std::floor(edge / distance), 1.0, 200.0))),
        held_(dimension == 2 ? cells_ * cells_ : cells_ * cells_ * cells_) {}

  bool is_free(const Vector3& place) const {
    const auto here = cell(place);
    for (std::size_t k = 0; k < (dimension_ == 2 ? 9U : 27U); ++k) {
      const std::array<std::size_t, 3> step{k % 3, k / 3 % 3, k / 9};  // 1: stay
      std::array<std::size_t, 3> there{};
      for (std::size_t c = 0; c < dimension_; ++c) there[c] = (here[c] + cells_ + step[c] - 1) % cells_;
      for (const Vector3& other : held_[number(there)])
        if (square(place, other) < distance_ * distance_) return false;
    }
    return true;
  }
  void take(const Vector3& place) { held_[number(cell(place))].push_back(place); }

 private:
  std::array<std::size_t, 3> cell(const Vector3& place) const {
    std::array<std::size_t, 3> out{};
    for (std::size_t c = 0; c < dimension_; ++c)
      out[c] = std::min(cells_ - 1, static_cast<std::size_t>(place[c] / edge_ * static_cast<double>(cells_)));
    return out;
  }
  std::size_t number(const std::array<std::size_t, 3>& cell) const {
    return (cell[2] * cells_ + cell[1]) * cells_ + cell[0];
  }
  double square(const Vector3& a, const Vector3& b) const {
    double sum = 0;
    for (std::size_t c = 0; c < dimension_; ++c) {
      const double d = b[c] - a[c] - edge_ * std::round((b[c] - a[c]) / edge_);
      sum += d * d;
    }
    return sum;
  }

  double edge_;
  std::size_t dimension_;
  double distance_;
  std::size_t cells_;
  std::vector<std::vector<Vector3>> held_;
};

std::vector<double> places_apart(double edge, std::size_t dimension, int atoms, double distance,
                                 RandomStream& random) {
  constexpr int most_tries = 10000;
  FreePlaces free(edge, dimension, distance);
  std::vector<double> positions;
  for (int i = 0; i < atoms; ++i) {
    Vector3 place{};
    int tries = 0;
    do {
      if (++tries > most_tries)
        throw PhysicsError("there is no place for atom " + std::to_string(i + 1) + " of " +
                           std::to_string(atoms) + " that is " + std::to_string(distance) +
                           " from all others (the density is too high for this potential); lower it");
      for (std::size_t c = 0; c < dimension; ++c) place[c] = edge * random.uniform();
    } while (!free.is_free(place));
    free.take(place);
    positions.insert(positions.end(), place.begin(), place.begin() + static_cast<std::ptrdiff_t>(dimension));
  }
  return positions;
}

}  // namespace

Configuration random_liquid(const Mixture& mixture, int atoms, double density, RandomStream& random,
                            double least_distance) {
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
  if (least_distance > 0) {
    configuration.positions =
        places_apart(box.lx, static_cast<std::size_t>(mixture.dimension), atoms, least_distance, random);
    return configuration;
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
