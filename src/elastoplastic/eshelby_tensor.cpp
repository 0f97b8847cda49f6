#include "elastoplastic/eshelby_tensor.h"

#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

namespace {

/// One plastic strain component after the other; `strain_after` gives the strain that follows.
template <typename StrainAfter>
EshelbyTensor from_columns(const StrainAfter& strain_after) {
  std::array<SymmetricTensor, 3> unit;
  unit[0].xx = 1, unit[1].yy = 1, unit[2].xy = 1;
  EshelbyTensor tensor;
  for (std::size_t column = 0; column < 3; ++column) {
    const SymmetricTensor strain = strain_after(unit[column]);
    tensor.component[0][column] = strain.xx;
    tensor.component[1][column] = strain.yy;
    tensor.component[2][column] = strain.xy;
  }
  return tensor;
}

/// The elastic strain under a stress.
SymmetricTensor elastic_strain(const Stiffness& stiffness, const SymmetricTensor& stress) {
  const double half_trace = 0.25 * (stress.xx + stress.yy) / stiffness.bulk_modulus;
  const double half_difference = 0.25 * (stress.xx - stress.yy) / stiffness.shear_modulus;
  SymmetricTensor strain;
  strain.xx = half_trace + half_difference;
  strain.yy = half_trace - half_difference;
  strain.xy = 0.5 * stress.xy / stiffness.shear_modulus;
  return strain;
}

}  // namespace

SymmetricTensor EshelbyTensor::strain(const SymmetricTensor& plastic_strain) const {
  const auto row = [&](std::size_t i) {
    return component[i][0] * plastic_strain.xx + component[i][1] * plastic_strain.yy +
           component[i][2] * plastic_strain.xy;
  };
  SymmetricTensor result;
  result.xx = row(0), result.yy = row(1), result.xy = row(2);
  return result;
}

EshelbyTensor eshelby_tensor(const GreenOperator& green) {
  return from_columns([&](const SymmetricTensor& unit) {
    TensorField plastic(static_cast<std::size_t>(green.columns()) * static_cast<std::size_t>(green.rows()));
    plastic.set(0, unit);
    return elastic_strain(green.stiffness(), green.stress(plastic).at(0)) + unit;
  });
}

EshelbyTensor eshelby_tensor(const HeterogeneousFiniteElements& finite_elements, std::size_t element) {
  return from_columns([&](const SymmetricTensor& unit) {
    TensorField plastic(finite_elements.lattice().elements());
    plastic.set(element, unit);
    return finite_elements.equilibrium(plastic, SymmetricTensor{}).strain.at(element);
  });
}

double self_stress(const EshelbyTensor& tensor, const Stiffness& stiffness, double angle) {
  const SymmetricTensor slip = slip_tensor(angle);
  const SymmetricTensor stress = stiffness.stress(tensor.strain(slip) - slip);
  return resolved_shear_stress(slip_direction(angle), deviator(stress));
}

}  // namespace vitrum::elastoplastic
