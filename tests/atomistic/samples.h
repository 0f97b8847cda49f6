// Random samples and a plain sum over all pairs and images, to compare with.
#pragma once

#include <cmath>
#include <random>

#include "atomistic/box_geometry.h"
#include "atomistic/configuration.h"
#include "atomistic/pair_potential.h"
#include "math/tensor.h"

namespace vitrum::atomistic::test {

/// Tilted ones, and thin ones that hold pairs that meet in several images and atoms that meet themselves.
inline constexpr Box awkward_boxes[] = {{2, {0, 0, 0}, 6, 5, 1, 1.5, 0, 0},
                                        {2, {0, 0, 0}, 2.2, 9, 1, 0.4, 0, 0},
                                        {3, {0, 0, 0}, 5, 4, 6, 1, 1, -1},
                                        {3, {0, 0, 0}, 2.0, 4, 5, 0, 0, 0}};

/// Atoms thrown into the box, none closer than `distance` to another one's nearest images; some are put
/// into far images of the cell.
inline Configuration scattered(Box box, std::size_t atoms, double distance, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform(0, 1);
  Configuration configuration;
  configuration.box = box;
  const int depth = box.dimension == 3 ? 1 : 0;
  const auto d = static_cast<std::size_t>(box.dimension);
  while (configuration.atoms() < atoms) {
    Vector3 p{box.origin};
    const double a = uniform(random), b = uniform(random), c = depth == 1 ? uniform(random) : 0;
    p[0] += a * box.lx + b * box.xy + c * box.xz;
    p[1] += b * box.ly + c * box.yz;
    p[2] += c * box.lz;
    bool free = true;
    for (std::size_t i = 0; i < configuration.atoms() && free; ++i)
      for (int k = -depth; k <= depth && free; ++k)
        for (int m = -1; m <= 1 && free; ++m)
          for (int n = -1; n <= 1 && free; ++n) {
            const Vector3 t = lattice_vector(box, {n, m, k});
            double square = 0;
            for (std::size_t q = 0; q < d; ++q)
              square += std::pow(configuration.positions[d * i + q] + t[q] - p[q], 2);
            free = square >= distance * distance;
          }
    if (!free) continue;
    configuration.species.push_back(static_cast<int>(configuration.atoms() % 2));
    for (std::size_t q = 0; q < d; ++q) configuration.positions.push_back(p[q]);
  }
  for (std::size_t i = 0; i < atoms; i += 3) {
    const Vector3 t = lattice_vector(box, {static_cast<int>(i % 5) - 2, 1, -depth});
    for (std::size_t q = 0; q < d; ++q) configuration.positions[d * i + q] += t[q];
  }
  return configuration;
}

struct PlainSum {
  double energy = 0;
  long pairs = 0;
  std::vector<double> forces;
  SymmetricTensor virial;
};

/// Every atom with every image of every atom within `reach` cells, no list, no cells.
inline PlainSum plain_sum(const Configuration& c, const PairPotentials& potentials, int reach) {
  const auto d = static_cast<std::size_t>(c.box.dimension);
  PlainSum sum;
  sum.forces.assign(c.positions.size(), 0.0);
  const int depth = d == 3 ? reach : 0;
  for (std::size_t i = 0; i < c.atoms(); ++i)
    for (std::size_t j = 0; j < c.atoms(); ++j)
      for (int n2 = -depth; n2 <= depth; ++n2)
        for (int n1 = -reach; n1 <= reach; ++n1)
          for (int n0 = -reach; n0 <= reach; ++n0) {
            if (i == j && n0 == 0 && n1 == 0 && n2 == 0) continue;
            const Vector3 t = lattice_vector(c.box, {n0, n1, n2});
            Vector3 r{};
            double square = 0;
            for (std::size_t q = 0; q < d; ++q) {
              r[q] = c.positions[d * j + q] + t[q] - c.positions[d * i + q];
              square += r[q] * r[q];
            }
            const double distance = std::sqrt(square);
            if (distance >= potentials.between(c.species[i], c.species[j]).outer()) continue;
            const PairEnergy u = potentials.between(c.species[i], c.species[j]).at(distance);
            const double g = u.first / distance;
            sum.energy += 0.5 * u.value;
            ++sum.pairs;
            for (std::size_t q = 0; q < d; ++q) sum.forces[d * i + q] += g * r[q];
            sum.virial += 0.5 * g * SymmetricTensor{r[0] * r[0], r[1] * r[1], r[2] * r[2],
                                                    r[1] * r[2], r[0] * r[2], r[0] * r[1]};
          }
  sum.pairs /= 2;
  return sum;
}

}  // namespace vitrum::atomistic::test
