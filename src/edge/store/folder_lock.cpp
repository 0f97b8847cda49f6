#include "edge/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "base/error.h"

namespace vitrum::store {
namespace {

/// The process number that a running holder left in its lock, in words.
std::string holder(int file) {
  char text[32] = {};
  const ssize_t length = pread(file, text, sizeof text - 1, 0);
  return length > 0 ? " (process " + std::string(text, static_cast<std::size_t>(length)) + ")" : "";
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw StorageError(folder.string() + ": the folder of results cannot be made: " + error.message() +
                       "; choose another one with --output");
  const auto path = folder / ".lock";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0)
    throw StorageError(path.string() + ": cannot be opened: " + std::generic_category().message(errno) +
                       "; make the folder writable or choose another one with --output");
  if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const int failure = errno;
    const std::string who = holder(file_);
    close(file_);
    if (failure == EWOULDBLOCK)
      throw InputError(folder.string() + ": another run" + who +
                       " is writing its results here; wait for it, or choose another folder with --output");
    throw StorageError(path.string() + ": cannot be locked: " + std::generic_category().message(failure) +
                       "; choose a folder on another disk with --output");
  }
  // The number only makes a message clearer: a full disk shall fail where results are written.
  const std::string number = std::to_string(getpid());
  if (ftruncate(file_, 0) != 0 || pwrite(file_, number.data(), number.size(), 0) < 0) errno = 0;
}

FolderLock::~FolderLock() { close(file_); }

}  // namespace vitrum::store
