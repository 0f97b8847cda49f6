#include "elastoplastic/solved_elasticity.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/error.h"
#include "elastoplastic/heterogeneous_elasticity.h"
#include "elastoplastic/slip_stress.h"

namespace vitrum::elastoplastic {

SolvedElasticity::SolvedElasticity(HeterogeneousFiniteElements finite_elements)
    : finite_elements_(std::move(finite_elements)),
      loading_(loading_of(finite_elements_)),
      field_(elements()),
      known_(elements()) {}

void SolvedElasticity::add(std::span<const ElementSlip> slips, StressField& stress) {
  if (stress.elements() != elements())
    throw InputError("a stress field of " + std::to_string(stress.elements()) +
                     " elements does not belong to a lattice of " + std::to_string(elements()));
  if (slips.empty()) return;
  std::fill(field_.x.begin(), field_.x.end(), 0.0);
  std::fill(field_.y.begin(), field_.y.end(), 0.0);
  for (const ElementSlip& slip : slips) add_slip_forces(finite_elements_.lattice(), slip, field_);
  finite_elements_.solver().solve({&field_, 1});
  add_slip_stress(finite_elements_.lattice(), slips, field_,
                  {stress.diagonal.data(), stress.shear.data(),
                   stress.has_pressure() ? stress.pressure.data() : nullptr});
}

double SolvedElasticity::self_stress(std::size_t element, const Deviator& direction) const {
  SelfResponse& self = known_[element];
  if (self.shear == 0) self = solve_self_response(element);
  return direction.diagonal * direction.diagonal * self.diagonal +
         direction.diagonal * direction.shear * self.mixed + direction.shear * direction.shear * self.shear;
}

SolvedElasticity::SelfResponse SolvedElasticity::solve_self_response(std::size_t element) const {
  const ElementLattice& lattice = finite_elements_.lattice();
  std::array<NodeField, 2> forces{NodeField(elements()), NodeField(elements())};
  add_slip_forces(lattice, {element, {1, 0}}, forces[0]);
  add_slip_forces(lattice, {element, {0, 1}}, forces[1]);
  // The work of the forces of one unit slip on the displacements of another is the shear stress that the
  // surroundings give back; without them the element would lose G.
  const std::vector<double> work = finite_elements_.solver().work(forces);
  const double shear_modulus = lattice.stiffness(element).shear_modulus;
  return {work[0] - shear_modulus, work[1] + work[2], work[3] - shear_modulus};
}

}  // namespace vitrum::elastoplastic
