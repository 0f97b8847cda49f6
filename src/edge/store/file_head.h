// The first 512 bytes of a file: plain text that says what follows and proves that it is unharmed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "edge/store/file.h"

namespace vitrum::store {

/// HDF5 looks for its own beginning at 512 bytes too.
inline constexpr std::size_t head_size = 512;

/// The head of a file of `kind` that goes on with `body`, in the file format `version`.
/// @throws std::invalid_argument when `kind` is longer than 128 bytes or holds a line end.
std::string file_head(std::string_view kind, std::string_view body, std::uint64_t version = format_version);

/// What follows the head, and the file format that it says it is of.
struct CheckedBody {
  std::string_view bytes;
  std::uint64_t version = format_version;
};

/// Of a file of these bytes, of any format from 1 to `newest`.
/// @throws InputError that names `path` when it is empty, cut off, changed, foreign or of a newer format.
CheckedBody checked_body(std::string_view bytes, const std::filesystem::path& path,
                         std::uint64_t newest = format_version);

}  // namespace vitrum::store
