// What many slips do to the stress of all elements, by Fourier transform.
#pragma once

#include <span>
#include <vector>

#include "elastoplastic/elasticity.h"
#include "elastoplastic/periodic_fourier.h"
#include "elastoplastic/slip_kernel.h"

namespace vitrum::elastoplastic {

/// The response that SlipKernel tabulates, as factors of Fourier modes. It costs as much for one slip as for
/// all elements.
class SlipSpectrum {
 public:
  SlipSpectrum(int columns, int rows, const SlipKernel& kernel, bool with_pressure);

  /// Adds to `stress` what all the slips cause.
  void add(std::span<const ElementSlip> slips, StressField& stress);

 private:
  void add_back(std::vector<double>& field);

  PeriodicFourier fourier_;
  // Real, because the response of a lattice to a slip has a centre of symmetry.
  std::vector<double> diagonal_diagonal_, diagonal_shear_, shear_shear_;
  std::vector<double> pressure_diagonal_, pressure_shear_;
  FourierField slip_diagonal_, slip_shear_, sum_;  // scratch, as are these
  FourierModes modes_diagonal_, modes_shear_, modes_;
};

}  // namespace vitrum::elastoplastic
