// The files that Vitrum writes its records in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "record/group.h"

namespace vitrum::store {

/// Version of the layout, docs/formats.md. Grows when an older program could not read a new file; files of
/// all earlier versions are read for ever (tests/reference/formats).
inline constexpr int format_version = 1;

/// What a file may hold.
inline constexpr std::string_view sample_kind = "sample";          ///< a finished record
inline constexpr std::string_view checkpoint_kind = "checkpoint";  ///< work in progress
inline constexpr std::string_view reference_kind =
    "reference";                                               ///< tables of several samples to calibrate to
inline constexpr std::string_view loadings_kind = "loadings";  ///< states and events of several samples

/// A file in memory.
struct File {
  std::string kind;                       ///< one of the kinds above
  Group provenance;                       ///< what made it; see provenance.h
  Group content;                          ///< the record or the checkpoint itself
  std::uint64_t format = format_version;  ///< version of the layout that it was read in

  friend bool operator==(const File&, const File&) = default;
};

/// The bytes of a file: a head of 512 bytes in plain text (kind, size, checksum), then HDF5.
/// HDF5 readers skip the head. Equal files give equal bytes.
std::string file_bytes(const File& file);

/// Writes it whole or not at all. @throws StorageError.
void write_file(const std::filesystem::path& path, const File& file);

/// Reads it back. Nothing reaches the HDF5 library that was not written by it: size and checksum come
/// first, so that a damaged file is a message and never a crash.
/// @throws InputError when there is no such file, when it is empty, cut off, changed, not one of
/// Vitrum's, of a newer format, or not of `kind` (empty: any); StorageError when it cannot be read.
File read_file(const std::filesystem::path& path, std::string_view kind = "");

}  // namespace vitrum::store
