#include "elastoplastic/homogeneous_elasticity.h"

namespace vitrum::elastoplastic {

HomogeneousElasticity::HomogeneousElasticity(int columns, int rows, const Stiffness& stiffness,
                                             bool with_pressure)
    : columns_(columns),
      rows_(rows),
      with_pressure_(with_pressure),
      kernel_(GreenOperator(columns, rows, stiffness), with_pressure) {
  loading_.mean.shear = stiffness.shear_modulus;
}

void HomogeneousElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  if (slips.size() < many_slips) return kernel_.add(slips, stress);
  if (!spectrum_) spectrum_ = std::make_unique<SlipSpectrum>(columns_, rows_, kernel_, with_pressure_);
  spectrum_->add(slips, stress);
}

double HomogeneousElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  (void)element;
  return kernel_.self_stress(direction);
}

}  // namespace vitrum::elastoplastic
