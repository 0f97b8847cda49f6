// Stress that a lattice is given at the beginning.
#pragma once

#include "elastoplastic/lattice.h"

namespace vitrum::elastoplastic {

/// The same pressure in all elements, drawn for the sample from a normal distribution (paper 1, A.8.2: a
/// glass has a pressure that slip without volume change cannot reach).
void add_mean_pressure(Lattice& lattice, const LatticeSettings& settings, const SampleName& name);

/// A random stress in balance, of the given mean von Mises stress over the elements: that of random plastic
/// strains, independent in all elements.
void add_random_stress(Lattice& lattice, double mean_von_mises, const SampleName& name);

/// Mean over the elements of the length of the deviator.
double mean_von_mises(const StressField& stress);

}  // namespace vitrum::elastoplastic
