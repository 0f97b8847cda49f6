// Slips as forces on the nodes of a lattice, and the stress that follows.
#pragma once

#include <span>

#include "elastoplastic/elasticity.h"
#include "elastoplastic/element_lattice.h"

namespace vitrum::elastoplastic {

/// Adds the forces that a slip exerts on the nodes.
void add_slip_forces(const ElementLattice& lattice, const ElementSlip& slip, NodeField& forces);

/// Stress in all elements, one number for each; `pressure` may be null.
struct StressRows {
  double* diagonal = nullptr;
  double* shear = nullptr;
  double* pressure = nullptr;
};

/// Adds the stress that slips cause once their forces have displaced the nodes.
void add_slip_stress(const ElementLattice& lattice, std::span<const ElementSlip> slips,
                     const NodeField& displacement, const StressRows& stress);

}  // namespace vitrum::elastoplastic
