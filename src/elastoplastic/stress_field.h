// The stress on the elements of a lattice, as far as slip depends on it.
#pragma once

#include <cstddef>
#include <vector>

#include "elastoplastic/deviator.h"

namespace vitrum::elastoplastic {

/// Element (column, row) stands at index row * columns + column. Stresses in one unit, that of the moduli.
struct StressField {
  explicit StressField(std::size_t elements = 0, bool with_pressure = false)
      : diagonal(elements), shear(elements), pressure(with_pressure ? elements : 0) {}

  std::size_t elements() const { return diagonal.size(); }
  bool has_pressure() const { return !pressure.empty(); }
  Deviator deviator(std::size_t element) const { return {diagonal[element], shear[element]}; }

  std::vector<double> diagonal;  ///< (yy - xx) / 2
  std::vector<double> shear;     ///< xy
  std::vector<double> pressure;  ///< -(xx + yy) / 2; empty when no rule asks for it
};

}  // namespace vitrum::elastoplastic
