#include "edge/store/make_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "edge/store/storage_failure.h"

namespace vitrum::store {
namespace {

/// Failures of the disk, not of file systems that cannot sync a folder.
bool disk_failed(int error) { return error == EIO || error == ENOSPC || error == EDQUOT || error == EROFS; }

}  // namespace

void sync_folder(const std::filesystem::path& folder) {
  const int id = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (id < 0) return;
  int answer = 0;
  do answer = fsync(id);
  while (answer != 0 && errno == EINTR);
  const int error = answer != 0 ? errno : 0;
  close(id);
  if (disk_failed(error)) storage_failure(folder, "cannot be brought to the disk", error);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) return;
  const std::filesystem::path above = folder.parent_path();
  if (above != folder) make_folder(above);
  if (std::filesystem::is_directory(folder, error)) return;  // of "results/" too, which is "results"
  // A link to nothing counts as there, and cannot be made into a folder.
  if (std::filesystem::exists(std::filesystem::symlink_status(folder, error)))
    storage_failure(folder, "is not a folder, and none can be made", EEXIST);
  if (std::filesystem::create_directory(folder, error)) sync_folder(above);
  if (error) storage_failure(folder, "the folder cannot be made", error.value());
}

}  // namespace vitrum::store
