// Records in the formats of other programs, for `vitrum export FILE --to FORMAT --output DIR`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "atomistic/configuration.h"
#include "edge/export/atoms.h"
#include "study/results.h"

namespace vitrum::exports {

/// csv: histories, events, fields and local shear tests as tables. extxyz: snapshots of atoms, for OVITO and
/// ASE. lammps: the same as LAMMPS data files; dump: as a LAMMPS dump. vti: fields of a lattice, for
/// ParaView.
enum class Format { csv, extxyz, lammps, dump, vti };

/// @throws InputError that lists the formats when `name` is none of them.
Format format_of(const std::string& name);

/// A file to be written: its name in the folder of exports, and what stands in it.
struct Document {
  std::string name;
  std::string content;
};

/// A glass at rest, as its record keeps it: before any loading.
struct QuenchedGlass {
  std::int64_t sample = 0;
  atomistic::Configuration configuration;
};

/// The documents of one format, named "<model>-<sample>-...". Numbers carry 17 digits. Formats for atoms also
/// take `quenched`, glasses of these records, as "glass-<sample>-quenched", and what is known of their
/// species.
/// @throws InputError when there is nothing that the format is for, or a record is incomplete.
std::vector<Document> documents(const std::vector<study::SampleRecord>& records, Format format,
                                const std::vector<QuenchedGlass>& quenched = {},
                                const SpeciesOfAtoms& species = {});

}  // namespace vitrum::exports
