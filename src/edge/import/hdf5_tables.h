// Tables of an HDF5 file: groups of one-dimensional datasets, as h5py writes them.
#pragma once

#include <filesystem>
#include <vector>

#include "edge/import/raw_table.h"

namespace vitrum::imports {

/// Reads the groups stress, events and local of a file, or of its group "content". Datasets may be of any
/// type of number, or texts. The unit stands in an attribute "units" or "unit" of the file, a group or a
/// dataset. Other groups are complained about when their names are near to these. One thread at a time.
/// @throws InputError when the file is not there or is no HDF5.
std::vector<RawTable> read_hdf5_tables(const std::filesystem::path& path, Complaints& complaints);

}  // namespace vitrum::imports
