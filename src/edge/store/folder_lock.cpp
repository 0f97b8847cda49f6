#include "edge/store/folder_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>
#include <thread>

#include "base/checksum.h"
#include "base/error.h"
#include "edge/store/make_folder.h"
#include "edge/store/storage_failure.h"
#include "edge/store/who_has_open.h"
#include "edge/store/whole_file.h"
#include "record/text_difference.h"

namespace vitrum::store {
namespace {

constexpr std::int64_t everybody = 0;
// Differing settings that a message shows.
constexpr std::size_t most_differences = 5;
// Whoever shuts a folder looks through its names, no more.
constexpr std::chrono::milliseconds look_again{10};
constexpr std::chrono::minutes longest_shut{2};

/// The byte that stands for a piece of work, by its name. Two pieces with the same byte would only not
/// be done at the same time.
std::int64_t byte_of(std::string_view name) {
  Checksum sum;
  sum.add(name);
  return everybody + 1 + static_cast<std::int64_t>(sum.value() >> 2u);
}

int open_lock(const std::filesystem::path& path) {
  int file = -1;
  do file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  while (file < 0 && errno == EINTR);
  if (file < 0) storage_failure(path, "cannot be opened", errno);
  return file;
}

class HeldByte : public Claim {
 public:
  explicit HeldByte(int file) : file_(file) {}
  ~HeldByte() override { close(file_); }
  HeldByte(const HeldByte&) = delete;
  HeldByte& operator=(const HeldByte&) = delete;
  int file() const { return file_; }

 private:
  int file_;
};

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, const std::string& study, Locks locks)
    : folder_(folder), path_(folder / ".lock"), locks_(locks) {
  make_folder(folder);
  file_ = open_lock(path_);
  try {
    join(study);
  } catch (...) {
    close(file_);
    throw;
  }
}

FolderLock::~FolderLock() { close(file_); }

void FolderLock::join(const std::string& study) {
  const auto write_study = [&] {
    // What cannot be written, on a full disk, keeps others out; it shall fail where results are written.
    if (ftruncate(file_, 0) != 0 || pwrite(file_, study.data(), study.size(), 0) < 0) errno = 0;
  };
  const auto latest = std::chrono::steady_clock::now() + longest_shut;
  while (ask(LockKind::exclusive) == LockAnswer::refused) {
    if (ask(LockKind::shared) == LockAnswer::granted) {
      const std::string theirs = read_whole(path_);
      if (theirs == study) return;
      // They may have gone in between.
      if (ask(LockKind::exclusive) == LockAnswer::granted) break;
      throw InputError(
          folder_.string() +
          ": another run, of other settings, is writing its results here: " + who_has_open(path_) +
          " (results of different settings must not be mixed); wait for it, or choose another folder with "
          "--output. What differs:" +
          line_difference(theirs, study, most_differences));
    }
    if (std::chrono::steady_clock::now() > latest)
      throw StorageError(path_.string() + ": is held by a process that does not go on: " +
                         who_has_open(path_) + "; end that process, or choose another folder with --output");
    std::this_thread::sleep_for(look_again);
  }
  if (available_) write_study();
}

LockAnswer FolderLock::ask(LockKind kind) {
  if (!available_) return LockAnswer::granted;
  const LockAnswer answer = lock_byte(file_, everybody, kind);
  if (answer != LockAnswer::unavailable) return answer;
  if (locks_ == Locks::required) refuse_without_locks(errno);
  available_ = false;
  return LockAnswer::granted;
}

bool FolderLock::shut() {
  return available_ && lock_byte(file_, everybody, LockKind::exclusive) == LockAnswer::granted;
}

void FolderLock::share() { ask(LockKind::shared); }

std::unique_ptr<Claim> FolderLock::claim(const std::string& name) const {
  if (!available_) return std::make_unique<Claim>();
  auto held = std::make_unique<HeldByte>(open_lock(path_));
  switch (lock_byte(held->file(), byte_of(name), LockKind::exclusive)) {
    case LockAnswer::granted:
      return held;
    case LockAnswer::refused:
      return nullptr;
    case LockAnswer::unavailable:
      break;
  }
  if (locks_ == Locks::required) refuse_without_locks(errno);
  return held;
}

void FolderLock::refuse_without_locks(int error) const {
  throw StorageError(
      path_.string() + ": cannot be locked: " + std::generic_category().message(error) +
      "; choose a folder on another file system with --output, or do without locks: give every "
      "process a part of its own, --shard 1/4 to --shard 4/4 (a single one: --shard 1/1), and "
      "make the page with `vitrum report`");
}

}  // namespace vitrum::store
