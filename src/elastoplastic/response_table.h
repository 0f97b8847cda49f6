// What a slip in each element does to the stress of every element, as a table.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "elastoplastic/elasticity.h"

namespace vitrum::elastoplastic {

/// Rows of numbers, one number for each element that feels the slip; the rows of one slipping element are
/// contiguous memory. For any set of elements with linear elasticity, however the numbers are found.
class ResponseTable {
 public:
  /// Which component of stress changes, and which component the unit slip has (deviator.h).
  enum Row : std::size_t {
    diagonal_of_diagonal,
    shear_of_diagonal,
    diagonal_of_shear,
    shear_of_shear,
    pressure_of_diagonal,
    pressure_of_shear
  };

  ResponseTable(std::size_t elements, bool with_pressure)
      : elements_(elements), rows_(with_pressure ? 6 : 4), values_(elements * elements * rows_) {}

  static std::size_t bytes(std::size_t elements, bool with_pressure) {
    return elements * elements * (with_pressure ? 6 : 4) * sizeof(double);
  }

  std::size_t elements() const { return elements_; }
  bool has_pressure() const { return rows_ == 6; }

  double* row(std::size_t source, Row row) { return &values_[(source * rows_ + row) * elements_]; }
  const double* row(std::size_t source, Row row) const {
    return &values_[(source * rows_ + row) * elements_];
  }

 private:
  std::size_t elements_, rows_;
  std::vector<double> values_;
};

/// Adds to `stress`, of as many elements as the table, what the slips cause; to its pressure, too, which both
/// must have then.
void add_responses(const ResponseTable& table, std::span<const ElementSlip> slips, StressField& stress);

/// A of paper 1, eq. 15 (see Elasticity::self_stress).
double self_stress(const ResponseTable& table, std::size_t element, const Deviator& direction);

}  // namespace vitrum::elastoplastic
