// Files that are whole or not there.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vitrum::store {

/// Names of files in the making end so; such a file is left behind only by a killed program.
inline constexpr std::string_view unfinished_suffix = ".vitrum-part";

/// Writes `content` to `path`, whole or not at all: into a new file beside it, which then takes its
/// place; what stood there stays until that moment. When the call returns, the content is on the disk.
/// @throws StorageError that says why and what to do; nothing is left behind.
void write_whole(const std::filesystem::path& path, std::string_view content);

/// Removes the unfinished files that killed programs left behind in a folder. Those that a living one is
/// writing stay, which locks tell; where there are no locks, all stay.
void remove_unfinished(const std::filesystem::path& folder);

/// Makes sure that names which another machine gave to files of a shared folder a moment ago are seen:
/// network file systems remember for a while that a file was not there, until the folder is seen to have
/// changed. Makes and removes a file in it. @throws StorageError when that is not possible.
void look_anew(const std::filesystem::path& folder);

/// The content of a file. @throws InputError when there is none, StorageError when it cannot be read.
std::string read_whole(const std::filesystem::path& path);

}  // namespace vitrum::store
