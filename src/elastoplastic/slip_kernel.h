// What one slip does to the stress of all elements, as a table.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "elastoplastic/deviator.h"
#include "elastoplastic/elasticity.h"
#include "elastoplastic/green_operator.h"

namespace vitrum::elastoplastic {

/// Stress in every element after a slip in one of them, macroscopic strain held (the exact response of
/// GreenOperator, tabulated once). Offsets stand twice in the table, so that the response seen from any
/// source element is contiguous memory: row by row, or, in small lattices, all of it, with a table for every
/// column of the source.
class SlipKernel {
 public:
  SlipKernel(const GreenOperator& green, bool with_pressure);

  std::size_t elements() const { return columns_ * rows_; }

  /// Adds to `stress` what all the slips cause; row after row, so that the field is read and written once.
  void add(std::span<const ElementSlip> slips, StressField& stress) const;

  /// Stress after the slip of `slip` in element 0, in all elements.
  StressField response(const Deviator& slip) const;

  /// A of paper 1, eq. 15: resolved shear stress change on a slipping system itself per unit slip, < 0.
  double self_stress(const Deviator& direction) const;

 private:
  /// Where the response to a slip in `source` stands for the elements of `row` and those that follow it.
  std::size_t begin(std::size_t source, std::size_t row) const;

  std::size_t columns_, rows_;
  std::size_t rows_at_once_;  // 1, or all
  std::vector<double> diagonal_diagonal_, diagonal_shear_, shear_shear_;
  std::vector<double> pressure_diagonal_, pressure_shear_;  // empty without pressure
};

}  // namespace vitrum::elastoplastic
