#include "elastoplastic/mean_field_elasticity.h"

#include <numeric>
#include <vector>

namespace vitrum::elastoplastic {

namespace {

double mean_of_others(const std::vector<double>& response) {
  const double sum = std::accumulate(response.begin() + 1, response.end(), 0.0);
  return sum / static_cast<double>(response.size() - 1);
}

}  // namespace

MeanFieldElasticity::MeanFieldElasticity(int columns, int rows, const Stiffness& stiffness,
                                         bool with_pressure) {
  const SlipKernel kernel(GreenOperator(columns, rows, stiffness), with_pressure);
  const StressField to_diagonal = kernel.response({1, 0});
  const StressField to_shear = kernel.response({0, 1});
  elements_ = kernel.elements();
  own_ = {to_diagonal.diagonal[0], to_shear.diagonal[0], to_shear.shear[0]};
  other_ = {mean_of_others(to_diagonal.diagonal), mean_of_others(to_shear.diagonal),
            mean_of_others(to_shear.shear)};
  if (with_pressure) {
    own_.pressure_diagonal = to_diagonal.pressure[0];
    own_.pressure_shear = to_shear.pressure[0];
    other_.pressure_diagonal = mean_of_others(to_diagonal.pressure);
    other_.pressure_shear = mean_of_others(to_shear.pressure);
  }
  loading_.mean.shear = stiffness.shear_modulus;
}

void MeanFieldElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  // What everybody gets once, and what a slipping element gets on top of it.
  Deviator all;
  double all_pressure = 0;
  for (const auto& [source, slip] : slips) {
    const Deviator own = own_.deviator(slip), other = other_.deviator(slip);
    all.diagonal += other.diagonal;
    all.shear += other.shear;
    stress.diagonal[source] += own.diagonal - other.diagonal;
    stress.shear[source] += own.shear - other.shear;
    if (!stress.has_pressure()) continue;
    all_pressure += other_.pressure(slip);
    stress.pressure[source] += own_.pressure(slip) - other_.pressure(slip);
  }
  for (double& value : stress.diagonal) value += all.diagonal;
  for (double& value : stress.shear) value += all.shear;
  for (double& value : stress.pressure) value += all_pressure;
}

double MeanFieldElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  (void)element;
  return dot(direction, own_.deviator(direction));
}

}  // namespace vitrum::elastoplastic
