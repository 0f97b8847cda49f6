// What the disk refused, in words that say what to do.
#pragma once

#include <filesystem>
#include <string>

namespace vitrum::store {

/// Throws StorageError: "PATH: WHAT: reason; what to do". `what` is such as "cannot be written", `error` of
/// errno.
[[noreturn]] void storage_failure(const std::filesystem::path& path, const std::string& what, int error);

}  // namespace vitrum::store
