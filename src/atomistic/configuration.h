// Atoms in a box.
#pragma once

#include <cstddef>
#include <vector>

#include "atomistic/box.h"

namespace vitrum::atomistic {

/// Positions are atom-major, {x0, y0, (z0,) x1, ...}, `box.dimension` numbers an atom, anywhere in
/// space (images are the force field's business). Species are numbered from 0.
struct Configuration {
  Box box;
  std::vector<int> species;
  std::vector<double> positions;

  std::size_t atoms() const { return species.size(); }
};

}  // namespace vitrum::atomistic
