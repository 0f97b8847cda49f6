#include "edge/store/storage_failure.h"

#include <cerrno>
#include <system_error>

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
    case ESTALE:
      return "make sure that the folder exists and stays in place";
    case EEXIST:
    case EISDIR:
    case ELOOP:
      return "something else has this name: move it away, or choose another name with --output";
    case ENAMETOOLONG:
      return "choose a shorter name with --output";
    case EMFILE:
    case ENFILE:
      return "too many files are open (see ulimit -n): raise the limit and give the same command again";
    default:
      return "check the disk, or choose another folder with --output, and give the same command again";
  }
}

}  // namespace

void storage_failure(const std::filesystem::path& path, const std::string& what, int error) {
  throw StorageError(path.string() + ": " + what + ": " + std::generic_category().message(error) + "; " +
                     what_to_do(error));
}

}  // namespace vitrum::store
