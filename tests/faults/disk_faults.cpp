// Put before the C library (LD_PRELOAD): a disk that fails, or a process that is killed, at a chosen call.
//
// Counted are the calls that change the files below one folder: opening for writing, write, pwrite,
// ftruncate, fsync, close of what was opened for writing, rename, link, unlink, mkdir. Environment:
//   FAULTS_FOLDER  the folder, an absolute path
//   FAULTS_AT      number of the call that fails, from 1; 0: none
//   FAULTS_HOW     "kill": the process, before the call; "kill-late": behind it, and behind half the bytes of
//   a write;
//                  "ENOSPC", "EDQUOT", "EIO", "EROFS": the call and all later ones of the kind that this
//                  error strikes; with "-once" only that call; "half": it writes half its bytes, and the next
//                  write finds no space; "EINTR-once": the call is interrupted
//   FAULTS_LOG     file that gets a line for each call: its number, name, path, and whether it failed
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

enum class Kind { making, changing, removing, closing };

/// What the call is to do.
enum class Fate { succeed, fail, die, die_late, half };

struct Error {
  std::string_view name;
  int number;
};
constexpr Error errors[] = {
    {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO}, {"EROFS", EROFS}, {"EINTR", EINTR}};

std::string_view text_of(const char* variable) {
  const char* text = std::getenv(variable);
  return text ? text : "";
}

struct Plan {
  std::string_view folder = text_of("FAULTS_FOLDER"), how = text_of("FAULTS_HOW");
  long at = std::atol(std::string(text_of("FAULTS_AT")).c_str());
  bool once = how.ends_with("-once");
  int error = 0;
  int log = -1;
  Plan() {
    for (const Error& one : errors)
      if (how.starts_with(one.name)) error = one.number;
    if (const std::string name(text_of("FAULTS_LOG")); !name.empty())
      log = static_cast<int>(
          syscall(SYS_openat, AT_FDCWD, name.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  }
};

const Plan& plan() {
  static const Plan made;
  return made;
}

std::atomic<long> calls{0};

/// A full disk can still remove files, close them and lock them. Names are not changed by halves.
bool strikes(int error, Kind kind) {
  if (error == EINTR) return kind == Kind::changing || kind == Kind::closing;
  if (error == ENOSPC || error == EDQUOT) return kind == Kind::making || kind == Kind::changing;
  if (error == EROFS) return kind != Kind::closing;
  return true;
}

void note(long number, const char* call, std::string_view path, const char* end) {
  if (plan().log < 0) return;
  const std::string line =
      std::to_string(number) + " " + call + " " + std::string(path.substr(plan().folder.size())) + end + "\n";
  (void)syscall(SYS_write, plan().log, line.data(), line.size());
}

[[noreturn]] void die() {
  for (;;) syscall(SYS_kill, getpid(), SIGKILL);
}

/// Counts a call and says what becomes of it; sets errno when it fails.
Fate fate_of(const char* call, std::string_view path, Kind kind) {
  if (plan().folder.empty() || !path.starts_with(plan().folder)) return Fate::succeed;
  const long number = ++calls;
  const bool now = plan().at > 0 && number == plan().at, then = plan().at > 0 && number > plan().at;
  if (now && plan().how.starts_with("kill")) {
    note(number, call, path, " KILLED");
    if (plan().how == "kill-late") return Fate::die_late;
    die();
  }
  if (now && plan().how == "half" && std::strcmp(call, "write") == 0) {
    note(number, call, path, " HALF");
    return Fate::half;
  }
  const int error = plan().how == "half" ? ENOSPC : plan().error;
  if (error != 0 && strikes(error, kind) && (now || (then && !plan().once))) {
    note(number, call, path, " FAILED");
    errno = error;
    return Fate::fail;
  }
  note(number, call, path, "");
  return Fate::succeed;
}

std::string absolute(int folder, const char* path) {
  if (path[0] == '/') return path;
  char where[PATH_MAX];
  ssize_t length = -1;
  if (folder == AT_FDCWD) {
    length = getcwd(where, sizeof where) ? static_cast<ssize_t>(std::strlen(where)) : -1;
  } else {
    length = readlink(("/proc/self/fd/" + std::to_string(folder)).c_str(), where, sizeof where);
  }
  return length < 0 ? path : std::string(where, static_cast<std::size_t>(length)) + "/" + path;
}

/// Path of an open file that was opened for writing; "" of others.
std::string path_of(int file) {
  const int flags = static_cast<int>(syscall(SYS_fcntl, file, F_GETFL));
  if (flags < 0) return "";
  char where[PATH_MAX];
  const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), where, sizeof where);
  return length < 0 ? "" : std::string(where, static_cast<std::size_t>(length));
}

/// The call `real` with its fate: `failure` is what it returns when it fails.
template <class Real>
auto with_fate(Fate fate, const Real& real) -> decltype(real()) {
  if (fate == Fate::fail) return -1;
  const auto answer = real();
  if (fate == Fate::die_late) die();
  return answer;
}

int opened(int folder, const char* path, int flags, mode_t mode) {
  const auto real = [&] { return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode)); };
  if ((flags & O_ACCMODE) == O_RDONLY && (flags & O_CREAT) == 0) return real();
  return with_fate(
      fate_of("open", absolute(folder, path), (flags & O_CREAT) != 0 ? Kind::making : Kind::changing), real);
}

mode_t mode_in(int flags, va_list rest) {
  return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : 0;
}

ssize_t written(const char* call, int file, const void* bytes, std::size_t count, off_t at) {
  const auto real = [&](std::size_t n) {
    return static_cast<ssize_t>(at < 0 ? syscall(SYS_write, file, bytes, n)
                                       : syscall(SYS_pwrite64, file, bytes, n, at));
  };
  switch (fate_of(call, path_of(file), Kind::changing)) {
    case Fate::fail:
      return -1;
    case Fate::half:
      return real(count / 2);
    case Fate::die_late:
      (void)real(count / 2);
      die();
    default:
      return real(count);
  }
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opened(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opened(folder, path, flags, mode);
}
int creat(const char* path, mode_t mode) {
  return opened(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

ssize_t write(int file, const void* bytes, std::size_t count) {
  return written("write", file, bytes, count, -1);
}
ssize_t pwrite(int file, const void* bytes, std::size_t count, off_t at) {
  return written("pwrite", file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t count, off64_t at) {
  return written("pwrite", file, bytes, count, at);
}
ssize_t writev(int file, const iovec* pieces, int count) {
  return with_fate(fate_of("writev", path_of(file), Kind::changing),
                   [&] { return static_cast<ssize_t>(syscall(SYS_writev, file, pieces, count)); });
}

int ftruncate(int file, off_t size) {
  return with_fate(fate_of("ftruncate", path_of(file), Kind::changing),
                   [&] { return static_cast<int>(syscall(SYS_ftruncate, file, size)); });
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }
int truncate(const char* path, off_t size) {
  return with_fate(fate_of("truncate", absolute(AT_FDCWD, path), Kind::changing),
                   [&] { return static_cast<int>(syscall(SYS_truncate, path, size)); });
}
int fsync(int file) {
  return with_fate(fate_of("fsync", path_of(file), Kind::changing),
                   [&] { return static_cast<int>(syscall(SYS_fsync, file)); });
}
int fdatasync(int file) {
  return with_fate(fate_of("fdatasync", path_of(file), Kind::changing),
                   [&] { return static_cast<int>(syscall(SYS_fdatasync, file)); });
}
int close(int file) {
  const int flags = static_cast<int>(syscall(SYS_fcntl, file, F_GETFL));
  const auto real = [&] { return static_cast<int>(syscall(SYS_close, file)); };
  if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) return real();
  const Fate fate = fate_of("close", path_of(file), Kind::closing);
  const int error = errno;
  const int answer = real();  // Linux closes the file also where it reports an error
  if (fate == Fate::die_late) die();
  errno = fate == Fate::fail ? error : errno;
  return fate == Fate::fail ? -1 : answer;
}

int renameat(int old_folder, const char* old_path, int new_folder, const char* new_path) {
  return with_fate(fate_of("rename", absolute(new_folder, new_path), Kind::making), [&] {
    return static_cast<int>(syscall(SYS_renameat2, old_folder, old_path, new_folder, new_path, 0));
  });
}
int rename(const char* old_path, const char* new_path) {
  return renameat(AT_FDCWD, old_path, AT_FDCWD, new_path);
}
int linkat(int old_folder, const char* old_path, int new_folder, const char* new_path, int flags) {
  return with_fate(fate_of("link", absolute(new_folder, new_path), Kind::making), [&] {
    return static_cast<int>(syscall(SYS_linkat, old_folder, old_path, new_folder, new_path, flags));
  });
}
int link(const char* old_path, const char* new_path) {
  return linkat(AT_FDCWD, old_path, AT_FDCWD, new_path, 0);
}
int unlinkat(int folder, const char* path, int flags) {
  return with_fate(fate_of("unlink", absolute(folder, path), Kind::removing),
                   [&] { return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags)); });
}
int unlink(const char* path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char* path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) {
  struct stat status {};
  return unlinkat(AT_FDCWD, path, lstat(path, &status) == 0 && S_ISDIR(status.st_mode) ? AT_REMOVEDIR : 0);
}
int mkdirat(int folder, const char* path, mode_t mode) {
  return with_fate(fate_of("mkdir", absolute(folder, path), Kind::making),
                   [&] { return static_cast<int>(syscall(SYS_mkdirat, folder, path, mode)); });
}
int mkdir(const char* path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

}  // extern "C"
