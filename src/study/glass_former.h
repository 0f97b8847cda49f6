// The potential and the mixture that a study names or defines.
#pragma once

#include <string>
#include <vector>

#include "atomistic/mixture.h"
#include "atomistic/pair_potential.h"
#include "study/settings.h"

namespace vitrum::study {

struct GlassFormer {
  atomistic::PairPotentials potentials;
  atomistic::Mixture mixture;
  std::vector<std::string> species;  ///< names, in the order of the species numbers
};

/// From the registry, with the species of `glass` when it lists any, or from its own pairs.
/// @throws InputError when the potential is unknown, when a custom one has no species or a pair of unknown
/// species, or when a pair makes no sense. edge/config says the same of study files, with places.
GlassFormer glass_former(const Glass& glass);

/// Edge of the square or cubic cell of the glass before loading.
double cell_width(const Glass& glass);

}  // namespace vitrum::study
