// The elastic interaction of paper 1: all elements alike, stress balance solved exactly.
#pragma once

#include <memory>

#include "elastoplastic/elasticity.h"
#include "elastoplastic/slip_kernel.h"
#include "elastoplastic/slip_spectrum.h"

namespace vitrum::elastoplastic {

/// The finite element lattice of paper 1, sec. 3, with one stiffness (GreenOperator). Few slips are summed up
/// from a table, many go through Fourier space; which is decided by their number alone, so that it cannot
/// depend on the machine.
class HomogeneousElasticity : public Elasticity {
 public:
  /// @throws InputError when there are fewer than two columns or rows, or a modulus is not positive.
  HomogeneousElasticity(int columns, int rows, const Stiffness& stiffness, bool with_pressure);

  std::size_t elements() const override { return kernel_.elements(); }
  void add(std::span<const ElementSlip> slips, StressField& stress) override;
  double self_stress(std::size_t element, const Deviator& direction) const override;
  const Loading& loading() const override { return loading_; }
  bool tells_pressure() const override { return with_pressure_; }

  /// The number of slips from which on Fourier space is cheaper, as measured: 18 to 30 for lattices from 15 x
  /// 15 to 1024 x 1024 (docs/methods/lattice.md).
  static constexpr std::size_t many_slips = 24;

 private:
  int columns_, rows_;
  bool with_pressure_;
  SlipKernel kernel_;
  Loading loading_;
  std::unique_ptr<SlipSpectrum> spectrum_;  // made when it is first needed
};

}  // namespace vitrum::elastoplastic
