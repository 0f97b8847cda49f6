#include "edge/store/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace vitrum::store {
namespace {

std::string what_to_do(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space, or choose another folder with --output, and give the same command again";
    case EFBIG:
      return "files may not grow that large here (see ulimit -f): raise the limit or choose another folder";
    case EACCES:
    case EPERM:
    case EROFS:
      return "make the folder writable or choose another one with --output";
    case ENOENT:
    case ENOTDIR:
      return "make sure that the folder exists and stays in place";
    default:
      return "check the disk, or choose another folder with --output";
  }
}

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw StorageError(path.string() + ": cannot be written: " + std::generic_category().message(error) + "; " +
                     what_to_do(error));
}

/// An open file; closed and, unless kept, removed at the end.
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
    } while (file_ < 0 && errno == EEXIST);
    if (file_ < 0) fail(target_, errno);
  }
  ~Draft() {
    if (file_ >= 0) close(file_);
    if (!placed_) unlink(name_.c_str());
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
    if (fsync(file_) != 0) fail(target_, errno);
    // Some file systems tell of a failed write only here.
    if (close(std::exchange(file_, -1)) != 0) fail(target_, errno);
    if (rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    placed_ = true;
  }

 private:
  std::filesystem::path target_, name_;
  int file_ = -1;
  bool placed_ = false;
};

/// Makes the new name itself survive a power cut. Not every file system can; none needs to, to be whole.
void sync_folder(const std::filesystem::path& folder) {
  const int id = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (id < 0) return;
  fsync(id);
  close(id);
}

}  // namespace

void write_whole(const std::filesystem::path& path, std::string_view content) {
  Draft draft(path);
  draft.write(content);
  draft.place();
  sync_folder(path.parent_path());
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
  if (id < 0)
    throw StorageError(path.string() + ": cannot be read: " + std::generic_category().message(errno));
  std::string content;
  std::string piece(1u << 20u, '\0');
  ssize_t got = 0;
  while ((got = read(id, piece.data(), piece.size())) > 0 || (got < 0 && errno == EINTR))
    if (got > 0) content.append(piece, 0, static_cast<std::size_t>(got));
  const int failure = errno;
  close(id);
  if (got < 0)
    throw StorageError(path.string() + ": cannot be read: " + std::generic_category().message(failure));
  return content;
}

}  // namespace vitrum::store
