#include "edge/store/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "edge/store/byte_lock.h"
#include "edge/store/make_folder.h"
#include "edge/store/storage_failure.h"

namespace vitrum::store {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  storage_failure(path, "cannot be written", error);
}

[[noreturn]] void unreadable(const std::filesystem::path& path, int error) {
  throw StorageError(path.string() + ": cannot be read: " + std::generic_category().message(error) +
                     (error == EACCES || error == EPERM ? "; ask its owner for the right to read it"
                                                        : "; check the disk, or take the file from a copy"));
}

/// An open file that nobody else takes for one left behind; closed and, unless kept, removed at the end.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& target) : target_(target) {
    static std::atomic<unsigned> count{0};
    do {
      name_ = target;
      name_ += '.';
      name_ += std::to_string(getpid()) + "-" + std::to_string(count++);
      name_ += unfinished_suffix;
      file_ = open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while ((file_ < 0 && (errno == EEXIST || errno == EINTR)) || (file_ >= 0 && !hold()));
    if (file_ < 0) fail(target_, errno);
  }
  ~Draft() {
    if (file_ >= 0) close(file_);
    if (!placed_) unlink(name_.c_str());
    if (held_ >= 0) close(held_);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(std::string_view content) {
    while (!content.empty()) {
      const ssize_t written = ::write(file_, content.data(), content.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(target_, errno);
      content.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void place() {
    while (fsync(file_) != 0)
      if (errno != EINTR) fail(target_, errno);
    // Some file systems tell of a failed write only here. An interrupted close has closed.
    if (close(std::exchange(file_, -1)) != 0 && errno != EINTR) fail(target_, errno);
    if (rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    placed_ = true;
  }

 private:
  /// Locks the file for as long as it has the name of an unfinished one. False: somebody who tidies up came
  /// first.
  bool hold() {
    struct stat status {};
    const bool ours = lock_byte(file_, 0, LockKind::exclusive) != LockAnswer::refused &&
                      fstat(file_, &status) == 0 && status.st_nlink > 0;
    if (ours)
      held_ = fcntl(file_, F_DUPFD_CLOEXEC, 0);  // a lock lives until the last of its files is closed
    else
      close(std::exchange(file_, -1));
    return ours;
  }

  std::filesystem::path target_, name_;
  int file_ = -1, held_ = -1;
  bool placed_ = false;
};

}  // namespace

void write_whole(const std::filesystem::path& path, std::string_view content) {
  Draft draft(path);
  draft.write(content);
  draft.place();
  sync_folder(path.parent_path());
}

void remove_unfinished(const std::filesystem::path& folder) {
  std::error_code ignored;  // what cannot be removed does no harm
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator entry(folder, ignored); entry != end; entry.increment(ignored)) {
    if (entry->path().extension() != unfinished_suffix) continue;
    const int file = open(entry->path().c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) continue;
    if (lock_byte(file, 0, LockKind::exclusive) == LockAnswer::granted) unlink(entry->path().c_str());
    close(file);
  }
}

void look_anew(const std::filesystem::path& folder) { const Draft draft(folder / ".look"); }

std::string read_whole(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    throw InputError(path.string() + ": there is no such file");
  if (status.type() == std::filesystem::file_type::directory)
    throw InputError(path.string() + ": is a folder, not a file");
  if (std::filesystem::exists(status) && status.type() != std::filesystem::file_type::regular)
    throw InputError(path.string() + ": is a device or a pipe, not a file");
  const int id = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (id < 0) unreadable(path, errno);
  std::string content;
  std::string piece(1u << 20u, '\0');
  ssize_t got = 0;
  while ((got = read(id, piece.data(), piece.size())) > 0 || (got < 0 && errno == EINTR))
    if (got > 0) content.append(piece, 0, static_cast<std::size_t>(got));
  const int failure = errno;
  close(id);
  if (got < 0) unreadable(path, failure);
  return content;
}

}  // namespace vitrum::store
