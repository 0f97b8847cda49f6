// How far a lattice can be loaded before something slips.
#include "elastoplastic/lattice_specimen.h"

namespace vitrum::elastoplastic {

std::int64_t LatticeSpecimen::quiet_increments(const rig::StrainGrid& grid, std::int64_t k,
                                               std::int64_t limit) const {
  return lattice_.quiet_steps([&](std::int64_t n) { return grid.at(k + n) - relaxed_.strain; }, grid.step,
                              limit);
}

std::int64_t LatticeSpecimen::quiet_stress_increments(const rig::StrainGrid& stresses, std::int64_t k,
                                                      std::int64_t limit) const {
  return lattice_.quiet_steps(
      [&](std::int64_t n) { return strain_at_stress(stresses.at(k + n)) - relaxed_.strain; },
      stresses.step / loading_modulus(), limit);
}

double LatticeSpecimen::loading_modulus() const { return lattice_.elasticity().loading().mean.shear; }

// The strain at which the present elastic branch has the shear stress `stress`.
double LatticeSpecimen::strain_at_stress(double stress) const {
  return relaxed_.strain + (stress - relaxed_.stress.shear) / loading_modulus();
}

}  // namespace vitrum::elastoplastic
