// The potential and the mixture that a study names or defines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/eam_potential.h"
#include "atomistic/mixture.h"
#include "atomistic/pair_potential.h"
#include "study/settings.h"

namespace vitrum::study {

struct GlassFormer {
  atomistic::PairPotentials potentials;  ///< of nothing when `metal` is set
  atomistic::Mixture mixture;        ///< masses of metals in the units of their dynamics, see metal_units.h
  std::vector<std::string> species;  ///< names, in the order of the species numbers
  std::shared_ptr<const atomistic::EamPotential> metal = nullptr;

  double cutoff() const { return metal ? metal->cutoff() : potentials.cutoff(); }
};

/// From the registry, with the species of `glass` when it lists any, or from its own pairs, or from the table
/// file that was read for it.
/// @throws InputError when the potential is unknown or its table was not read, when a custom one has no
/// species or a pair of unknown species, or when a pair makes no sense. edge/config says the same of study
/// files, with places.
GlassFormer glass_former(const Glass& glass);

/// Edge of the square or cubic cell of the glass before loading.
double cell_width(const Glass& glass);

}  // namespace vitrum::study
