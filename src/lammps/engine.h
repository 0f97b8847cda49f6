// LAMMPS behind the interface of a foreign potential: any pair_style that it has.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atomistic/foreign_potential.h"
#include "lammps/team.h"

namespace vitrum::lammps {

/// Whether this program was built with LAMMPS.
bool available();
/// "with LAMMPS, version 20210929", or "without LAMMPS": what it was built with. Begins nothing.
std::string description();

struct PotentialSettings {
  std::string units = "lj";        ///< or "metal"
  std::vector<std::string> lines;  ///< pair_style, pair_coeff, pair_modify, neigh_modify
  int dimension = 3;
  std::vector<double> masses;  ///< of the species, in the order of their types
  std::string files = {};      ///< checksums of the files that the lines name
};

/// @param team the processes that compute forces together; nullptr: this one alone.
/// @throws InputError with LAMMPS' own words when it does not take the lines, or when the program was built
/// without it.
std::shared_ptr<const atomistic::ForeignPotential> potential(const PotentialSettings& settings,
                                                             const std::shared_ptr<Team>& team = nullptr);

}  // namespace vitrum::lammps
