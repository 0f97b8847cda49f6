// The header of a LAMMPS data file.
#pragma once

#include <cstdint>

#include "edge/import/atom_table.h"
#include "edge/import/data_lines.h"

namespace vitrum::imports {

struct DataHeader {
  std::int64_t atoms = 0;
  std::int64_t types = 0;
  atomistic::Box box;  ///< of three dimensions
};

/// Reads from the title to the first section's name, which is the present line afterwards.
/// @throws InputError when a line is not known or malformed, or atoms, types or box are missing.
DataHeader read_data_header(DataLines& lines);

}  // namespace vitrum::imports
