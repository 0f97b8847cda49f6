// The second line of an extended XYZ file: key=value pairs.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "edge/import/text_file.h"

namespace vitrum::imports {

/// Keys in small letters and values without their quotes.
using Keys = std::map<std::string, std::string>;

/// Splits the file's present line. Values may stand in "...", '...', {...} or [...]; a key alone is true.
/// @throws InputError when a quote is not closed or a key appears twice.
Keys read_keys(const TextFile& file);

/// Which columns of an atom's line hold what.
struct Columns {
  std::size_t species = 0;   ///< index of its column
  std::size_t position = 1;  ///< index of the first of its three
  std::size_t total = 4;
  bool exact = false;  ///< lines with more columns are wrong
};

/// Reads the value of Properties, "species:S:1:pos:R:3:force:R:3".
/// @throws InputError when it is malformed or has no species or positions.
Columns read_columns(const TextFile& file, std::string_view properties);

}  // namespace vitrum::imports
