// LAMMPS data files.
#pragma once

#include "edge/import/atom_table.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {

/// Reads a data file of atom style atomic, orthogonal or triclinic, with or without image flags,
/// velocities and coefficients, its sections in any order. Atoms are put in the order of their ids, species
/// are the types less one, named "1", "2", ... Image flags, masses and velocities are read and dropped.
/// @throws InputError.
Imported read_lammps_data(TextFile& file);

}  // namespace vitrum::imports
