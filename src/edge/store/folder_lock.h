// Who is at work in a folder of results, and who has which piece of the work.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "edge/store/byte_lock.h"
#include "record/sink.h"

namespace vitrum::store {

/// What to do on a file system that grants no locks.
enum class Locks {
  required,    ///< refuse to work there
  if_possible  ///< work without: for whoever knows that no other process does the same tasks
};

/// Holds locks on bytes of the file ".lock" of a folder, which says what study is being done there: all
/// processes of the study share the first byte; the one that has a piece of work has the piece's byte alone.
/// A killed process holds nothing. The file is never removed, for a process might be about to lock it.
class FolderLock {
 public:
  /// Makes the folder when it is not there and joins the processes of `study`, any text. Who comes first, or
  /// is alone, finds the folder shut until it says share().
  /// @throws InputError when processes of another study are at work in the folder; StorageError when it
  /// cannot be made, or when locks are required and the file system grants none.
  FolderLock(const std::filesystem::path& folder, const std::string& study, Locks locks);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  /// Shuts other processes out, until share(). False: some are here, or there are no locks.
  bool shut();
  void share();

  /// The piece of work of this name, for as long as the handle lives; none when someone has it already,
  /// another process or another thread. Without locks it is always granted.
  std::unique_ptr<Claim> claim(const std::string& name) const;

 private:
  void join(const std::string& study);
  LockAnswer ask(LockKind kind);
  [[noreturn]] void refuse_without_locks(int error) const;

  std::filesystem::path folder_, path_;
  Locks locks_;
  int file_ = -1;
  bool available_ = true;
};

}  // namespace vitrum::store
