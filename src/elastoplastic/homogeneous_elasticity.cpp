#include "elastoplastic/homogeneous_elasticity.h"

#include <cmath>

namespace vitrum::elastoplastic {

HomogeneousElasticity::HomogeneousElasticity(int columns, int rows, const Stiffness& stiffness,
                                             bool with_pressure)
    : columns_(columns),
      rows_(rows),
      with_pressure_(with_pressure),
      kernel_(GreenOperator(columns, rows, stiffness), with_pressure) {
  loading_.mean.shear = stiffness.shear_modulus;
}

std::size_t HomogeneousElasticity::many_slips(std::size_t elements) {
  return static_cast<std::size_t>(4.0 * std::log2(static_cast<double>(elements)));
}

void HomogeneousElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  if (slips.size() < many_slips(elements())) return kernel_.add(slips, stress);
  if (!spectrum_) spectrum_ = std::make_unique<SlipSpectrum>(columns_, rows_, kernel_, with_pressure_);
  spectrum_->add(slips, stress);
}

double HomogeneousElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  (void)element;
  return kernel_.self_stress(direction);
}

}  // namespace vitrum::elastoplastic
