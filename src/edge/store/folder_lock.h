// One run at a time in a folder of results.
#pragma once

#include <filesystem>

namespace vitrum::store {

/// Holds the file ".lock" of a folder for as long as it lives. A killed program holds nothing.
class FolderLock {
 public:
  /// Makes the folder when it is not there.
  /// @throws InputError when another run holds it; StorageError when it cannot be made or locked.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace vitrum::store
