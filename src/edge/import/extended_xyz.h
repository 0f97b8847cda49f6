// Extended XYZ files.
#pragma once

#include "edge/import/atom_table.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {

/// Reads the last frame of a file, with Lattice="..." and the columns species and pos among those of
/// Properties; the frames before it must be right too. A lattice that is not of the LAMMPS convention (a
/// along x, b in the plane xy) is rotated into it, and the atoms with it: energies stay, components of the
/// stress are those in the rotated frame. Species are numbered in the order of their names, numbers before
/// words.
/// @throws InputError.
Imported read_extended_xyz(TextFile& file);

}  // namespace vitrum::imports
