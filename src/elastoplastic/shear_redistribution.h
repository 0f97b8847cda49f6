// Shear strain that plastic shear of elements causes in others, as one number for each element.
#pragma once

#include <vector>

#include "elastoplastic/periodic_fourier.h"

namespace vitrum::elastoplastic {

/// The xy component of the kernel of GreenOperator alone. With s the plastic shear of elements (engineering),
/// at a macroscopic strain of zero, the shear stress is G (Gamma s - s), and Gamma s their strain. Gamma
/// depends on moduli by B/G alone; its mean over elements is zero.
class ShearRedistribution {
 public:
  /// @param bulk_to_shear B/G, > 0
  /// @throws InputError when there are fewer than two columns or rows, or B/G is not positive.
  ShearRedistribution(int columns, int rows, double bulk_to_shear);

  std::size_t elements() const { return field_.size(); }
  /// Gamma s, row by row. @param strain of the same length, overwritten
  void strain_of(const std::vector<double>& plastic_shear, std::vector<double>& strain);

 private:
  PeriodicFourier fourier_;
  std::vector<double> factors_;  ///< of the modes; real, as the response has a centre of symmetry
  FourierField field_;           // scratch
  FourierModes modes_;
};

}  // namespace vitrum::elastoplastic
