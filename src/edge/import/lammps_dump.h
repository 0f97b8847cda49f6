// LAMMPS dump files.
#pragma once

#include "edge/import/atom_table.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {

/// Reads the last frame of a text dump (`dump atom`, `dump custom`), tilted box or not, periodic in every
/// direction (in the plane, when all atoms lie in one). Atoms are put in the order of their ids; positions
/// may be x y z, unwrapped (xu), scaled (xs) or both (xsu). Species are the types, or the elements, in the
/// order of their names, when there are no types.
/// @throws InputError.
Imported read_lammps_dump(TextFile& file);

}  // namespace vitrum::imports
