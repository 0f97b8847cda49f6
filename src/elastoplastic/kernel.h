// The stress kernel of the lattice as a table, for people.
#pragma once

#include <vector>

namespace vitrum::elastoplastic {

/// Stress in the element at offset (dx, dy), in elements, from the one that slipped.
struct KernelEntry {
  int dx = 0, dy = 0;
  double sxx = 0, syy = 0, sxy = 0;
};

/// Element stress after a unit plastic shear (gamma = 1 at `angle` degrees: plastic strain M(theta) of
/// paper 1, eq. 3) in one element of a bi-periodic lattice, macroscopic strain held at zero. Row by row
/// from the lowest dy, in each the lowest dx first; offsets run from -(n - 1) / 2 (rounded to zero) to
/// n / 2. Moduli and stresses in the same unit.
/// @throws InputError when there are fewer than two columns or rows, a modulus is not positive, or the
/// angle is not finite.
std::vector<KernelEntry> kernel(int columns, int rows, double shear_modulus, double bulk_modulus,
                                double angle);

}  // namespace vitrum::elastoplastic
