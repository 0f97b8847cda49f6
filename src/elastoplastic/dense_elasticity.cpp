#include "elastoplastic/dense_elasticity.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"

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

DenseElasticity::DenseElasticity(ResponseTable responses, Loading loading)
    : responses_(std::move(responses)), loading_(std::move(loading)) {}

void DenseElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  if (stress.elements() != elements())
    throw InputError("a stress field of " + std::to_string(stress.elements()) +
                     " elements does not belong to a table of " + std::to_string(elements()));
  if (stress.has_pressure() && !responses_.has_pressure())
    throw InputError(
        "the pressure that slips cause was asked for, but the table was made without: ask for it "
        "where the table is made");
  using Table = ResponseTable;
  for (std::size_t begin = 0; begin < elements(); begin += block) {
    const std::size_t count = std::min(block, elements() - begin);
    for (const ElementSlip& s : slips) {
      const auto row = [&](Table::Row which) { return responses_.row(s.element, which) + begin; };
      add_rows(s.slip, row(Table::diagonal_of_diagonal), row(Table::shear_of_diagonal),
               row(Table::diagonal_of_shear), row(Table::shear_of_shear), &stress.diagonal[begin],
               &stress.shear[begin], count);
      if (stress.has_pressure())
        add_rows(s.slip, row(Table::pressure_of_diagonal), row(Table::pressure_of_shear),
                 &stress.pressure[begin], count);
    }
  }
}

double DenseElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  using Table = ResponseTable;
  const auto at = [&](Table::Row which) { return responses_.row(element, which)[element]; };
  // The two mixed responses are equal but for rounding (Betti).
  const double mixed = at(Table::shear_of_diagonal) + at(Table::diagonal_of_shear);
  return direction.diagonal * direction.diagonal * at(Table::diagonal_of_diagonal) +
         direction.diagonal * direction.shear * mixed +
         direction.shear * direction.shear * at(Table::shear_of_shear);
}

}  // namespace vitrum::elastoplastic
