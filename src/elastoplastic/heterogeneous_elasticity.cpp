#include "elastoplastic/heterogeneous_elasticity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "elastoplastic/slip_stress.h"
#include "elastoplastic/slip_system.h"
#include "elastoplastic/solved_elasticity.h"

namespace vitrum::elastoplastic {

namespace {

constexpr std::size_t largest_table = std::size_t{512} << 20;  // bytes
constexpr std::size_t most_factorised = 512 * 512;             // elements

/// Elements whose slips are solved for at once. More would not fit into the caches, fewer repeat the reading
/// of the factor.
constexpr std::size_t batch = 16;

using Method = HeterogeneousFiniteElements::Method;

}  // namespace

std::vector<Stiffness> stiffnesses(const std::vector<double>& shear_moduli, double bulk_modulus) {
  std::vector<Stiffness> result;
  result.reserve(shear_moduli.size());
  for (const double shear_modulus : shear_moduli) result.push_back({shear_modulus, bulk_modulus});
  return result;
}

ResponseTable response_table(const HeterogeneousFiniteElements& finite_elements, bool with_pressure) {
  using Table = ResponseTable;
  const ElementLattice& lattice = finite_elements.lattice();
  Table table(lattice.elements(), with_pressure);
  for (std::size_t first = 0; first < lattice.elements(); first += batch) {
    const std::size_t count = std::min(batch, lattice.elements() - first);
    std::vector<NodeField> fields(2 * count, NodeField(lattice.elements()));
    const auto slip = [&](std::size_t i) {
      return ElementSlip{first + i / 2, i % 2 == 0 ? Deviator{1, 0} : Deviator{0, 1}};
    };
    for (std::size_t i = 0; i < fields.size(); ++i) add_slip_forces(lattice, slip(i), fields[i]);
    finite_elements.solver().solve(fields);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const ElementSlip s = slip(i);
      const auto row = [&](Table::Row of_diagonal, Table::Row of_shear) {
        return table.row(s.element, i % 2 == 0 ? of_diagonal : of_shear);
      };
      add_slip_stress(lattice, {&s, 1}, fields[i],
                      {row(Table::diagonal_of_diagonal, Table::diagonal_of_shear),
                       row(Table::shear_of_diagonal, Table::shear_of_shear),
                       with_pressure ? row(Table::pressure_of_diagonal, Table::pressure_of_shear) : nullptr});
    }
  }
  return table;
}

Loading loading_of(const HeterogeneousFiniteElements& finite_elements) {
  const std::size_t elements = finite_elements.lattice().elements();
  SymmetricTensor unit_shear;
  unit_shear.xy = 0.5;
  const TensorField stress = finite_elements.equilibrium(TensorField(elements), unit_shear).stress;
  Loading loading;
  loading.uniform = false;
  loading.field = StressField(elements, true);
  for (std::size_t e = 0; e < elements; ++e) {
    const SymmetricTensor s = stress.at(e);
    const Deviator part = deviator(s);
    const double pressure = -0.5 * (s.xx + s.yy);
    loading.field.diagonal[e] = part.diagonal;
    loading.field.shear[e] = part.shear;
    loading.field.pressure[e] = pressure;
    loading.mean.diagonal += part.diagonal / static_cast<double>(elements);
    loading.mean.shear += part.shear / static_cast<double>(elements);
    loading.mean_pressure += pressure / static_cast<double>(elements);
  }
  return loading;
}

std::unique_ptr<Elasticity> heterogeneous_elasticity(int columns, int rows,
                                                     const std::vector<double>& shear_moduli,
                                                     double bulk_modulus, bool with_pressure) {
  ElementLattice lattice(columns, rows, stiffnesses(shear_moduli, bulk_modulus));
  const std::size_t elements = lattice.elements();
  HeterogeneousFiniteElements finite_elements(
      std::move(lattice), elements <= most_factorised ? Method::direct : Method::iterative);
  if (ResponseTable::bytes(elements, with_pressure) <= largest_table)
    return std::make_unique<DenseElasticity>(response_table(finite_elements, with_pressure),
                                             loading_of(finite_elements));
  return std::make_unique<SolvedElasticity>(std::move(finite_elements));
}

}  // namespace vitrum::elastoplastic
