// The first 512 bytes of a file: plain text that says what follows and proves that it is unharmed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace vitrum::store {

/// HDF5 looks for its own beginning at 512 bytes too.
inline constexpr std::size_t head_size = 512;

/// The head of a file of `kind` that goes on with `body`.
/// @throws std::invalid_argument when `kind` is longer than 128 bytes or holds a line end.
std::string file_head(std::string_view kind, std::string_view body);

/// The part of `bytes` that follows its head.
/// @throws InputError that names `path` when it is empty, cut off, changed, foreign or of a newer format.
std::string_view checked_body(std::string_view bytes, const std::filesystem::path& path);

}  // namespace vitrum::store
