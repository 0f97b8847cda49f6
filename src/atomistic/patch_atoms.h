// The atoms of a disc and those around it, cut out of a sample.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "atomistic/configuration.h"

namespace vitrum::atomistic {

/// What is cut out: atoms within `radius` of `place`, those of a shell of the width `shell` around it, and
/// those that are frozen, up to `reach` from the shell's outer edge.
struct PatchShape {
  std::array<double, 2> place{};
  double radius = 0;
  double shell = 0;
  double reach = 0;
};

/// Atoms in slots: first those of the disc, then those of the shell, then the frozen ones, each group from
/// left to right. Positions {x0, y0, x1, ...} are relative to the place, in the image nearest to it; a frozen
/// atom may appear in several images.
struct PatchAtoms {
  std::size_t disc = 0;  ///< so many slots are of the disc
  std::size_t free = 0;  ///< of disc and shell
  std::vector<int> species;
  std::vector<double> positions;

  std::size_t slots() const { return species.size(); }
};

/// Cuts a patch out of a two-dimensional sample, anywhere in its periodic cell.
/// @throws InputError when disc, shell and a cut-off around them meet their own image.
void cut_patch(const Configuration& sample, const PatchShape& shape, double cutoff, PatchAtoms& atoms);

/// The largest radius that cut_patch() takes in this box.
double largest_radius(const Box& box, double shell, double cutoff);

}  // namespace vitrum::atomistic
