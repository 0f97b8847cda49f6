// Energy, stress and forces of a configuration that came from elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "atomistic/configuration.h"
#include "atomistic/force_field.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

struct Evaluated {
  std::string potential;  ///< the one that was used
  double energy = 0;
  double energy_per_atom = 0;
  SymmetricTensor stress;  ///< virial stress / volume, tension positive, no kinetic part
  double max_force = 0;    ///< largest force component
  std::int64_t pairs = 0;  ///< pairs within the cut-off
  std::int64_t atoms = 0;
  int dimension = 0;
};

/// A configuration whose species are those of a potential.
struct Known {
  std::string potential;
  Configuration configuration;
};

/// Finds the potential of `configuration` in the registry and numbers its species as that potential does.
/// @param potential its name; empty: a two-dimensional configuration of two species is the glass of paper 1.
/// @param species_names what the configuration's species 0, 1, ... were called in its file. When the
/// potential knows all these names, atoms take its species of that name; when none of them, the numbers
/// stand.
/// @throws InputError when no potential is named and none is evident, when the potential is unknown or made
/// for another dimension, or when only some names are known to it.
Known recognise(const Configuration& configuration, const std::string& potential = "",
                const std::vector<std::string>& species_names = {});

/// Evaluates what recognise() finds.
/// @throws InputError as recognise() does, and when the configuration is no good.
Evaluated evaluate(const Configuration& configuration, const std::string& potential = "",
                   const std::vector<std::string>& species_names = {});

/// Evaluates by a force field at hand, which `potential` names; species are already numbered as it does.
Evaluated evaluate(ForceField& force_field, const Configuration& configuration, const std::string& potential);

}  // namespace vitrum::atomistic
