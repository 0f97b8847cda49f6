// Which local shear tests are made of a lattice.
#pragma once

#include <vector>

#include "elastoplastic/lattice_settings.h"

namespace vitrum::elastoplastic {

/// Where patches are cut out. random: for each size n and angle, floor(elements / n^2) of them, all in
/// different places; they may overlap. every: one beginning at every element.
enum class PatchPlaces { random, every };

/// Paper 1, sec. 3.5.
struct PatchSettings {
  std::vector<int> sizes{1, 2, 4, 8};                                    ///< n, elements along the edge
  std::vector<double> angles{0, 22.5, 45, 67.5, 90, 112.5, 135, 157.5};  ///< alpha, degrees
  double increment = 1e-4;                                               ///< of gamma
  double largest_strain = 10;  ///< a patch that is stable up to this gamma is given up
  PatchPlaces places = PatchPlaces::random;
};

/// @throws InputError that says what makes no sense for this lattice, and what would.
void require_valid(const PatchSettings& patches, const LatticeSettings& lattice);

}  // namespace vitrum::elastoplastic
