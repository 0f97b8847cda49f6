// The potential and the mixture that a study names or defines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/eam_potential.h"
#include "atomistic/foreign_potential.h"
#include "atomistic/mixture.h"
#include "atomistic/pair_potential.h"
#include "study/settings.h"

namespace vitrum::study {

struct GlassFormer {
  atomistic::PairPotentials potentials;  ///< of nothing when `metal` or `foreign` is set
  /// Masses in metal units are those of their dynamics, see metal_units.h.
  atomistic::Mixture mixture;
  std::vector<std::string> species;  ///< names, in the order of the species numbers
  std::shared_ptr<const atomistic::EamPotential> metal = nullptr;
  std::shared_ptr<const atomistic::ForeignPotential> foreign = nullptr;

  double cutoff() const {
    if (foreign) return foreign->cutoff();
    return metal ? metal->cutoff() : potentials.cutoff();
  }
  /// A new force field of whichever it is.
  std::unique_ptr<atomistic::ForceField> force_field(double skin) const;
};

/// From the registry, with the species of `glass` when it lists any, or from its own pairs, or from the table
/// file that was read for it, or LAMMPS with its lines.
/// @throws InputError when the potential is unknown or its table was not read, when a custom one has no
/// species or a pair of unknown species, or when a pair makes no sense. edge/config says the same of study
/// files, with places.
GlassFormer glass_former(const Glass& glass);

/// Edge of the square or cubic cell of the glass before loading.
double cell_width(const Glass& glass);

}  // namespace vitrum::study
