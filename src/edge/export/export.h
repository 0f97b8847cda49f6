// Records in the formats of other programs, for `vitrum export FILE --to FORMAT --output DIR`.
#pragma once

#include <string>
#include <vector>

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

/// The documents of one format, named "<model>-<sample>-...". Numbers carry 17 digits.
/// @throws InputError when none of the records holds what the format is for, or one is incomplete.
std::vector<Document> documents(const std::vector<study::SampleRecord>& records, Format format);

}  // namespace vitrum::exports
