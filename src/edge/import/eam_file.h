// Table files of embedded-atom potentials.
#pragma once

#include <filesystem>

#include "atomistic/eam_tables.h"

namespace vitrum::imports {

/// Reads a file of LAMMPS' pair styles eam/alloy (one density of each element) or eam/fs (one of each ordered
/// pair of elements), with any number of elements; the content tells which. Three lines of comment; the
/// elements; nrho drho nr dr cutoff; for each element a line "number mass lattice-constant lattice", F and
/// rho; then r phi of the pairs 11, 21, 22, 31, ... Every table begins and ends with a line.
/// @throws InputError "file:line:column: what (why); what to do" for anything that is not such a file, and
/// when its name ends in .alloy or .fs and its content is of the other kind.
atomistic::EamTables read_eam(const std::filesystem::path& path);

}  // namespace vitrum::imports
