// What both readers find in a file, and how it becomes a configuration.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "atomistic/configuration.h"

namespace vitrum::imports {

using Vector = std::array<double, 3>;

/// A configuration read from a file, with the names that its species 0, 1, ... have there.
struct Imported {
  atomistic::Configuration configuration;
  std::vector<std::string> species_names;
};

/// Atoms with three coordinates each, in a box of three dimensions of the LAMMPS convention.
struct AtomTable {
  atomistic::Box box;
  std::vector<int> species;
  std::vector<Vector> positions;
};

/// True when all atoms lie in one plane of constant z, up to rounding; a single atom does when the box is
/// not thicker than 1.
bool lies_in_a_plane(const AtomTable& table);

/// Atoms in one plane become a two-dimensional configuration, others a three-dimensional one.
atomistic::Configuration configuration_from(const AtomTable& table);

}  // namespace vitrum::imports
