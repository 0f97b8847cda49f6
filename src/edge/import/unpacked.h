// Files that may be compressed.
#pragma once

#include <filesystem>
#include <string>

namespace vitrum::imports {

/// The bytes of a file; of one compressed by gzip those that were packed, 2 GiB at most.
/// @throws InputError when it cannot be read, is damaged, cut off or larger than that, or is compressed in
/// another way.
std::string unpacked_file(const std::filesystem::path& path);

}  // namespace vitrum::imports
