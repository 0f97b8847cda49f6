// Advisory locks on single bytes of an open file.
#pragma once

#include <cstdint>

namespace vitrum::store {

enum class LockKind { shared, exclusive };

enum class LockAnswer {
  granted,
  refused,     ///< somebody else holds it
  unavailable  ///< the file system grants none; errno says why
};

/// Tries to lock byte `at` of `file`, without waiting; a lock of the other kind that this open file holds on
/// that byte is changed, or kept when that is refused. Locks belong to the open file, not to the process: two
/// threads that opened the file each for itself exclude each other too. The kernel drops them when the file
/// is closed, and it closes the files of a killed process.
LockAnswer lock_byte(int file, std::int64_t at, LockKind kind);

}  // namespace vitrum::store
