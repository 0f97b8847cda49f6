// Potentials by name, for study files and the command line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/force_field.h"
#include "atomistic/mixture.h"
#include "atomistic/pair_potential.h"

namespace vitrum::atomistic {

/// What is known of a potential before it is used.
struct PotentialInfo {
  std::string name;
  std::string description;
  int dimension = 0;                 ///< dimension it is meant for; 0: any
  std::vector<std::string> species;  ///< names, in the order of the species numbers
  std::vector<double> masses;        ///< same order
  std::vector<double> fractions;     ///< of the atoms, same order: the mixture it was made for
  double density = 0;                ///< number density it was made for
};

const std::vector<PotentialInfo>& potentials();
std::vector<std::string> potential_names();

/// @throws InputError that lists the known names when there is none of this name.
const PotentialInfo& potential_info(const std::string& name);
PairPotentials pair_potentials(const std::string& name);
std::unique_ptr<ForceField> make_force_field(const std::string& name);
/// The mixture that the potential was made for.
Mixture usual_mixture(const std::string& name);

/// The potential's numbers of species that a file calls `names`: those of the same names when it knows
/// them all; 0, 1, ... when it knows none.
/// @throws InputError when it knows only some of them.
std::vector<int> species_numbers(const std::vector<std::string>& names, const std::string& potential,
                                 const std::vector<std::string>& known);

}  // namespace vitrum::atomistic
