// Folders that are there after a power cut too.
#pragma once

#include <filesystem>

namespace vitrum::store {

/// Makes a folder, with those that it lies in, where they are not there. An empty path is the present folder.
/// @throws StorageError that says why and what to do.
void make_folder(const std::filesystem::path& folder);

/// Makes new names in a folder survive a power cut. Not every file system can; none needs to, for its files
/// to be whole. @throws StorageError when the disk fails.
void sync_folder(const std::filesystem::path& folder);

}  // namespace vitrum::store
