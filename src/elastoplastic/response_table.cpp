#include "elastoplastic/response_table.h"

#include <algorithm>

namespace vitrum::elastoplastic {

namespace {

/// Elements whose stress is updated by all slips before the next ones: their stress stays in the first cache.
constexpr std::size_t block = 1024;

/// a += x * of_x + y * of_y, and the same for b.
void add_rows(const Deviator& slip, const double* __restrict__ a_of_diagonal,
              const double* __restrict__ b_of_diagonal, const double* __restrict__ a_of_shear,
              const double* __restrict__ b_of_shear, double* __restrict__ a, double* __restrict__ b,
              std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    a[i] += slip.diagonal * a_of_diagonal[i] + slip.shear * a_of_shear[i];
    b[i] += slip.diagonal * b_of_diagonal[i] + slip.shear * b_of_shear[i];
  }
}

void add_rows(const Deviator& slip, const double* __restrict__ of_diagonal,
              const double* __restrict__ of_shear, double* __restrict__ a, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) a[i] += slip.diagonal * of_diagonal[i] + slip.shear * of_shear[i];
}

}  // namespace

void add_responses(const ResponseTable& table, std::span<const ElementSlip> slips, StressField& stress) {
  using Table = ResponseTable;
  for (std::size_t begin = 0; begin < table.elements(); begin += block) {
    const std::size_t count = std::min(block, table.elements() - begin);
    for (const ElementSlip& s : slips) {
      const auto row = [&](Table::Row which) { return table.row(s.element, which) + begin; };
      add_rows(s.slip, row(Table::diagonal_of_diagonal), row(Table::shear_of_diagonal),
               row(Table::diagonal_of_shear), row(Table::shear_of_shear), &stress.diagonal[begin],
               &stress.shear[begin], count);
      if (stress.has_pressure())
        add_rows(s.slip, row(Table::pressure_of_diagonal), row(Table::pressure_of_shear),
                 &stress.pressure[begin], count);
    }
  }
}

double self_stress(const ResponseTable& table, std::size_t element, const Deviator& direction) {
  using Table = ResponseTable;
  const auto at = [&](Table::Row which) { return table.row(element, which)[element]; };
  // The two mixed responses are equal but for rounding (Betti).
  const double mixed = at(Table::shear_of_diagonal) + at(Table::diagonal_of_shear);
  return direction.diagonal * direction.diagonal * at(Table::diagonal_of_diagonal) +
         direction.diagonal * direction.shear * mixed +
         direction.shear * direction.shear * at(Table::shear_of_shear);
}

}  // namespace vitrum::elastoplastic
