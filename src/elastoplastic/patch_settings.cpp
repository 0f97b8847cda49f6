#include "elastoplastic/patch_settings.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

namespace {

constexpr double most_steps = 1e9;

}  // namespace

void require_valid(const PatchSettings& patches, const LatticeSettings& lattice) {
  if (patches.sizes.empty())
    throw InputError("patches: sizes is empty; list one or more, such as 1, 2, 4, 8");
  if (patches.angles.empty()) throw InputError("patches: angles is empty; list one or more, in degrees");
  const int largest = std::min(lattice.columns, lattice.rows);
  for (const int size : patches.sizes)
    if (size < 1 || size > largest)
      throw InputError("patches: size " + std::to_string(size) + " does not fit into a lattice of " +
                       std::to_string(lattice.columns) + " x " + std::to_string(lattice.rows) +
                       " elements; choose sizes from 1 to " + std::to_string(largest));
  for (const double angle : patches.angles)
    if (!std::isfinite(angle)) throw InputError("patches: every angle must be a finite number of degrees");
  if (!(patches.increment > 0) || !std::isfinite(patches.increment))
    throw InputError("patches: increment = " + std::to_string(patches.increment) +
                     " must be a positive and finite strain, such as 1e-4");
  const double steps = patches.largest_strain / patches.increment;
  if (!(steps >= 1) || !(steps <= most_steps))
    throw InputError("patches: largest_strain = " + std::to_string(patches.largest_strain) +
                     " must be at least one increment, and at most 1e9 of them");
}

}  // namespace vitrum::elastoplastic
