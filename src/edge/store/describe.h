// What a file holds, for `vitrum info FILE`.
#pragma once

#include <filesystem>
#include <string>

namespace vitrum::store {

/// For people: what it is, its states, events and strains, every dataset with shape, unit and note, and
/// where it comes from, with the text of its study. @throws InputError, StorageError as read_file().
std::string describe_file(const std::filesystem::path& path);

/// The same for programs: a JSON object with the keys file, kind, format_version, summary,
/// provenance, content (docs/formats.md).
std::string describe_file_as_json(const std::filesystem::path& path);

}  // namespace vitrum::store
