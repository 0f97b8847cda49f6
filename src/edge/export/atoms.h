// The atoms of a snapshot, as all formats for atoms need them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "atomistic/box.h"
#include "atomistic/configuration.h"
#include "study/results.h"

namespace vitrum::exports {

/// Of the species of a glass, in their order; empty what is not known.
struct SpeciesOfAtoms {
  std::vector<double> masses;        ///< in g/mol or reduced units
  std::vector<std::string> symbols;  ///< of elements
};

struct Atoms {
  int dimension = 2;
  SpeciesOfAtoms kinds;
  bool metal_units = false;  ///< angstrom and eV, not reduced units
  double strain = 0;
  std::array<double, 9> edges{};  ///< rows a, b, c: a = (lx, 0, 0), b = (xy, ly, 0), c = (xz, yz, lz)
  std::vector<std::int64_t> species;
  std::vector<double> x, y, z;                 ///< z is zero in two dimensions
  std::map<std::string, const Array*> others;  ///< the other fields, owned by the snapshot

  std::size_t count() const { return x.size(); }
};

/// True when the snapshot is one of atoms.
bool holds_atoms(const FieldSnapshot& snapshot);

/// The atoms of snapshot `i` of a record. Their cell is the one before loading (measures/box: its edges),
/// sheared by the strain of the snapshot.
/// @throws InputError when positions, species or box are missing or of unequal length.
Atoms atoms_of(const study::SampleRecord& record, std::size_t i);

/// Whether its numbers are in angstrom and eV.
bool is_in_metal_units(const study::SampleRecord& record);

/// Atoms at rest, before any loading, in reduced units.
Atoms atoms_of(const atomistic::Configuration& configuration);

/// Snapshots as one extended XYZ file, a frame each: Lattice, strain and pbc in the comment,
/// then species (the element, or else the chemical symbol whose atomic number is the species counted from 1:
/// H, He, ..., as ASE names the types of LAMMPS), pos, and every other field of the snapshot.
std::string extended_xyz(const std::vector<Atoms>& frames);

/// Snapshots as one LAMMPS dump of style custom, a frame each, time steps 0, 1, ...: id, type (from 1),
/// positions that follow each atom (xu yu zu), and every other field of the snapshot. The box is tilted as in
/// a data file.
std::string lammps_dump(const std::vector<Atoms>& frames);

/// The same periodic system with tilts within half of an edge, as LAMMPS wants it.
atomistic::Box box_with_small_tilts(const Atoms& atoms);

/// A LAMMPS data file, atom_style atomic, types from 1; masses that are not known are 1 in reduced units and
/// left out in metal ones, where they come with the potential. The tilt is brought within half a box length,
/// as LAMMPS wants it: the same periodic system.
std::string lammps_data(const Atoms& atoms);

}  // namespace vitrum::exports
