// What a glass is mixed from.
#pragma once

#include <vector>

namespace vitrum::atomistic {

/// Species 0, 1, ... and how much there is of each.
struct Mixture {
  int dimension = 2;
  std::vector<double> fractions;  ///< of the atoms; any positive numbers, their sum counts as the whole
  std::vector<double> masses;     ///< of one atom
};

}  // namespace vitrum::atomistic
