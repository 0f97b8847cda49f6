// What one slip does to the stress of all elements, as a table.
#pragma once

#include <cstddef>
#include <vector>

#include "elastoplastic/deviator.h"
#include "elastoplastic/green_operator.h"

namespace vitrum::elastoplastic {

/// Deviatoric stress in every element after a slip in one of them, macroscopic strain held (the exact
/// response of GreenOperator, tabulated once). Rows of the table hold each offset twice, so that the
/// response seen from any source element is contiguous memory.
class SlipKernel {
 public:
  explicit SlipKernel(const GreenOperator& green);

  /// Adds the stress caused by the slip `amplitude * direction` (given as one vector) in `source` to the
  /// fields `diagonal` and `shear` of all elements.
  void add(std::size_t source, const Deviator& slip, std::vector<double>& diagonal,
           std::vector<double>& shear) const;

  /// A of paper 1, eq. 15: resolved shear stress change on a slipping system itself per unit slip, < 0.
  double self_stress(const Deviator& direction) const;

 private:
  std::size_t columns_, rows_;
  std::vector<double> diagonal_diagonal_, diagonal_shear_, shear_shear_;
};

}  // namespace vitrum::elastoplastic
