// Comma-separated tables: a line of names, then a line for each row.
#pragma once

#include <filesystem>

#include "edge/import/raw_table.h"

namespace vitrum::imports {

/// Reads a table; lines that begin with '#' are comments, of which "# units: lj" tells the unit. Blanks
/// around names and words do not count. Lines that lack words, or have too many, are complained about and
/// left out. The table is the one that the file is named after, or else the one that most of its columns
/// belong to.
/// @throws InputError when there is no such file, or it is no text.
RawTable read_csv_table(const std::filesystem::path& path, Complaints& complaints);

}  // namespace vitrum::imports
