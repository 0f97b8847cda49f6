#include "elastoplastic/patch_elasticity.h"

#include <array>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "elastoplastic/patch_finite_elements.h"
#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

namespace {

using Table = ResponseTable;
constexpr std::size_t largest_patch_table = std::size_t{512} << 20;  // bytes

SymmetricTensor unit_shear(double angle) { return slip_tensor(angle * std::numbers::pi / 180); }

void put(const SymmetricTensor& stress, std::size_t element, StressField& field) {
  field.diagonal[element] = deviator(stress).diagonal;
  field.shear[element] = stress.xy;
  if (field.has_pressure()) field.pressure[element] = -0.5 * (stress.xx + stress.yy);
}

/// Responses to both unit slips of all elements of one row of the patch.
void respond(const PatchFiniteElements& patch, std::size_t first, std::size_t count, Table& table) {
  const std::array plastic{unit_shear(45),
                           unit_shear(0)};  // of unit slips along the diagonal and along shear
  Eigen::MatrixXd fields = Eigen::MatrixXd::Zero(patch.unknowns(), static_cast<Eigen::Index>(2 * count));
  const auto column = [](std::size_t slip, std::size_t which) {
    return static_cast<Eigen::Index>(2 * slip + which);
  };
  for (std::size_t slip = 0; slip < count; ++slip)
    for (std::size_t which = 0; which < 2; ++which)
      patch.add_forces(first + slip, patch.stiffness(first + slip).stress(plastic[which]), fields,
                       column(slip, which));
  fields = patch.solve(fields);
  for (std::size_t slip = 0; slip < count; ++slip)
    for (std::size_t which = 0; which < 2; ++which) {
      const std::size_t source = first + slip;
      double* diagonal =
          table.row(source, which == 0 ? Table::diagonal_of_diagonal : Table::diagonal_of_shear);
      double* shear = table.row(source, which == 0 ? Table::shear_of_diagonal : Table::shear_of_shear);
      double* pressure = table.has_pressure() ? table.row(source, which == 0 ? Table::pressure_of_diagonal
                                                                             : Table::pressure_of_shear)
                                              : nullptr;
      for (std::size_t e = 0; e < patch.elements(); ++e) {
        SymmetricTensor strain = patch.strain(e, fields, column(slip, which));
        if (e == source) strain = strain - plastic[which];
        const SymmetricTensor stress = patch.stiffness(e).stress(strain);
        diagonal[e] = deviator(stress).diagonal;
        shear[e] = stress.xy;
        if (pressure != nullptr) pressure[e] = -0.5 * (stress.xx + stress.yy);
      }
    }
}

StressField sheared(const PatchFiniteElements& patch, double angle, bool with_pressure) {
  const SymmetricTensor strain = unit_shear(angle);
  Eigen::MatrixXd field = Eigen::MatrixXd::Zero(patch.unknowns(), 1);
  for (std::size_t e = 0; e < patch.elements(); ++e)
    patch.add_forces(e, -1.0 * patch.stiffness(e).stress(strain), field, 0);
  field = patch.solve(field);
  StressField stress(patch.elements(), with_pressure);
  for (std::size_t e = 0; e < patch.elements(); ++e)
    put(patch.stiffness(e).stress(patch.strain(e, field, 0) + strain), e, stress);
  return stress;
}

Table responses_of(const PatchFiniteElements& patch, std::size_t size, bool with_pressure) {
  Table table(patch.elements(), with_pressure);
  for (std::size_t row = 0; row < size; ++row) respond(patch, row * size, size, table);
  return table;
}

std::size_t checked(int size, bool with_pressure) {
  const auto n = static_cast<std::size_t>(size);
  if (size >= 1 && size < 4096 && Table::bytes(n * n, with_pressure) <= largest_patch_table) return n;
  throw InputError("patches of " + std::to_string(size) + " x " + std::to_string(size) +
                   " elements: the size must be at least 1, and the responses of all elements to each other "
                   "must fit into " +
                   std::to_string(largest_patch_table >> 20) + " MiB; choose a smaller size");
}

}  // namespace

PatchElasticity equal_patch(int size, const Stiffness& stiffness, bool with_pressure) {
  const std::size_t n = checked(size, with_pressure);
  const std::vector<Stiffness> all(n * n, stiffness);
  const PatchFiniteElements patch(n, all);
  PatchElasticity result;
  result.size = size;
  result.responses = responses_of(patch, n, with_pressure);
  result.shear_modulus = stiffness.shear_modulus;
  return result;
}

PatchElasticity unequal_patch(int size, std::span<const Stiffness> stiffness, bool with_pressure) {
  const std::size_t n = checked(size, with_pressure);
  if (stiffness.size() != n * n)
    throw InputError("a patch of " + std::to_string(size) + " x " + std::to_string(size) +
                     " elements needs one stiffness for each of them, not " +
                     std::to_string(stiffness.size()));
  const PatchFiniteElements patch(n, stiffness);
  PatchElasticity result;
  result.size = size;
  result.responses = responses_of(patch, n, with_pressure);
  result.uniform = false;
  result.at_0 = sheared(patch, 0, with_pressure);
  result.at_45 = sheared(patch, 45, with_pressure);
  return result;
}

PatchElasticity mean_field_patch(PatchElasticity patch) {
  Table& table = patch.responses;
  const std::size_t rows = table.has_pressure() ? 6 : 4;
  for (std::size_t source = 0; source < table.elements(); ++source)
    for (std::size_t which = 0; which < rows; ++which) {
      double* row = table.row(source, static_cast<Table::Row>(which));
      const double own = row[source];
      double others = 0;
      for (std::size_t e = 0; e < table.elements(); ++e) others += e == source ? 0 : row[e];
      for (std::size_t e = 0; e < table.elements(); ++e)
        row[e] = e == source ? own : others / static_cast<double>(table.elements() - 1);
    }
  return patch;
}

// Strains add up: M(angle) = cos(2 angle) M(0) + sin(2 angle) M(45).
Loading PatchElasticity::loading(double angle) const {
  const Deviator along = slip_direction(angle * std::numbers::pi / 180);
  Loading loading;
  if (uniform) {
    loading.mean = {shear_modulus * along.diagonal, shear_modulus * along.shear};
    return loading;
  }
  loading.uniform = false;
  loading.field = StressField(at_0.elements(), at_0.has_pressure());
  const auto combine = [&](const std::vector<double>& of_45, const std::vector<double>& of_0,
                           std::vector<double>& out, double& mean) {
    for (std::size_t e = 0; e < out.size(); ++e) {
      out[e] = along.diagonal * of_45[e] + along.shear * of_0[e];
      mean += out[e] / static_cast<double>(out.size());
    }
  };
  combine(at_45.diagonal, at_0.diagonal, loading.field.diagonal, loading.mean.diagonal);
  combine(at_45.shear, at_0.shear, loading.field.shear, loading.mean.shear);
  combine(at_45.pressure, at_0.pressure, loading.field.pressure, loading.mean_pressure);
  return loading;
}

}  // namespace vitrum::elastoplastic
