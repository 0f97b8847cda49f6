#include "elastoplastic/slip_stress.h"

namespace vitrum::elastoplastic {

// The slip gamma * direction is the plastic strain gamma * M, of which 2 G is the stress; M is half of the
// direction (slip_system.h).
void add_slip_forces(const ElementLattice& lattice, const ElementSlip& slip, NodeField& forces) {
  const double shear_modulus = lattice.stiffness(slip.element).shear_modulus;
  const double diagonal = shear_modulus * slip.slip.diagonal;
  lattice.add_forces(slip.element, -diagonal, diagonal, shear_modulus * slip.slip.shear, forces);
}

void add_slip_stress(const ElementLattice& lattice, std::span<const ElementSlip> slips,
                     const NodeField& displacement, const StressRows& stress) {
  const TensorField strain = lattice.strain(displacement);
  for (std::size_t e = 0; e < lattice.elements(); ++e) {
    const double shear_modulus = lattice.stiffness(e).shear_modulus;
    stress.diagonal[e] += shear_modulus * (strain.yy[e] - strain.xx[e]);
    stress.shear[e] += 2.0 * shear_modulus * strain.xy[e];
  }
  if (stress.pressure != nullptr)
    for (std::size_t e = 0; e < lattice.elements(); ++e)
      stress.pressure[e] -= lattice.stiffness(e).bulk_modulus * (strain.xx[e] + strain.yy[e]);
  for (const ElementSlip& s : slips) {
    const double shear_modulus = lattice.stiffness(s.element).shear_modulus;
    stress.diagonal[s.element] -= shear_modulus * s.slip.diagonal;
    stress.shear[s.element] -= shear_modulus * s.slip.shear;
  }
}

}  // namespace vitrum::elastoplastic
