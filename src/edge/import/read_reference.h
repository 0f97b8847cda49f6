// Reference measurements of other programs: tables in CSV or HDF5.
#pragma once

#include <filesystem>
#include <vector>

#include "study/reference_tables.h"

namespace vitrum::imports {

/// Whether a folder holds stress.csv, events.csv or local.csv.
bool holds_csv_tables(const std::filesystem::path& folder);

/// The tables of CSV files, any of stress, events and local, each at most once; a folder stands for those in
/// it.
/// @throws InputError with everything that is wrong, one "file:line:column: what; what to do" a line.
study::ReferenceTables read_csv_reference(const std::vector<std::filesystem::path>& paths);

/// The same of one HDF5 file.
study::ReferenceTables read_hdf5_reference(const std::filesystem::path& path);

}  // namespace vitrum::imports
