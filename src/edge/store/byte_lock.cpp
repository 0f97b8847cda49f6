#include "edge/store/byte_lock.h"

#include <fcntl.h>

#include <cerrno>

namespace vitrum::store {

LockAnswer lock_byte(int file, std::int64_t at, LockKind kind) {
  struct flock lock {};
  lock.l_type = kind == LockKind::shared ? F_RDLCK : F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = at;
  lock.l_len = 1;
  int answer = 0;
  do {
    answer = fcntl(file, F_OFD_SETLK, &lock);
  } while (answer != 0 && errno == EINTR);
  if (answer == 0) return LockAnswer::granted;
  return errno == EAGAIN || errno == EACCES ? LockAnswer::refused : LockAnswer::unavailable;
}

}  // namespace vitrum::store
