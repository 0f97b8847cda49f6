// Atoms from files of other programs.
#pragma once

#include <filesystem>

#include "edge/import/atom_table.h"

namespace vitrum::imports {

/// Reads a LAMMPS data file, the last frame of a LAMMPS dump, or a file of extended XYZ, compressed by gzip
/// or not; the content tells which. Boxes may be tilted and are taken to be periodic. All atoms at the same
/// z: a two-dimensional configuration. Species are numbered in the order of the types of a data file; in
/// extended XYZ in the order of their names.
/// @throws InputError "file:line: what (why); what to do" for anything that is not such a file.
Imported read_configuration(const std::filesystem::path& path);

}  // namespace vitrum::imports
