// Small glasses, quenched from random positions: their increments take a millisecond.
#pragma once

#include <cmath>

#include "atomistic/specimen.h"
#include "samples.h"

namespace vitrum::atomistic::test {

/// `atoms` of both species in a square or a cube, at the density of the paper's glass or its like in space.
inline Configuration small_glass(int dimension, std::size_t atoms, unsigned seed) {
  const double density = dimension == 2 ? 1.02435 : 0.97;
  const double edge = std::pow(static_cast<double>(atoms) / density, 1.0 / dimension);
  Configuration c =
      scattered({dimension, {0, 0, 0}, edge, edge, dimension == 3 ? edge : 1, 0, 0, 0}, atoms, 0.75, seed);
  for (std::size_t i = 0; i < c.atoms(); ++i) c.species[i] = i % 9 < 4 ? 0 : 1;
  return AtomisticSpecimen(c, paper_glass()).configuration();
}

}  // namespace vitrum::atomistic::test
