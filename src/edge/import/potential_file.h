// Where table files of potentials are.
#pragma once

#include <filesystem>
#include <string>

namespace vitrum::imports {

/// Whether the name of a potential is that of a table file: it ends in .alloy or .fs, or it has a dot
/// or a slash in it and there is such a file.
bool names_a_table(const std::string& potential);

/// The file of this name: as it stands, else, as LAMMPS looks for it, in the folders of the environment
/// variable LAMMPS_POTENTIALS (separated by colons), else in /usr/share/lammps/potentials.
/// @throws InputError that says where there is none.
std::filesystem::path find_table(const std::string& potential);

}  // namespace vitrum::imports
