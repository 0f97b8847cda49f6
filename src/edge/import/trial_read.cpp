#include "edge/import/trial_read.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <mutex>

#include "base/hdf5_turn.h"

namespace vitrum::imports {

namespace {

constexpr rlim_t most_seconds = 30;
constexpr rlim_t most_memory = rlim_t{8} << 30U;  // bytes, beyond what there is

void lower(decltype(RLIMIT_CPU) what, rlim_t to) {
  rlimit limit{};
  if (getrlimit(what, &limit) != 0 || limit.rlim_cur <= to) return;
  limit.rlim_cur = to;
  setrlimit(what, &limit);
}

/// Of this process, in pages.
rlim_t pages() {
  rlim_t count = 0;
  std::ifstream("/proc/self/statm") >> count;
  return count;
}

/// Ends this process after a while, whatever the parent does with such a signal.
void end_after(unsigned seconds) {
  std::signal(SIGALRM, SIG_DFL);
  sigset_t alarms;
  sigemptyset(&alarms);
  sigaddset(&alarms, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &alarms, nullptr);
  alarm(seconds);
}

[[noreturn]] void work_in_child(const std::function<void()>& work, unsigned longest) {
  end_after(longest);
  lower(RLIMIT_CORE, 0);
  lower(RLIMIT_CPU, most_seconds);
  lower(RLIMIT_AS, pages() * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + most_memory);
  if (const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0) {
    dup2(nowhere, STDOUT_FILENO);  // libraries say there what is no help to anybody
    dup2(nowhere, STDERR_FILENO);
  }
  try {
    work();
  } catch (...) {  // the parent comes to the same, and says it
  }
  _exit(0);
}

}  // namespace

bool comes_to_an_end(const std::function<void()>& work, unsigned longest) {
  // No other thread is in the library at that moment: the child has none that could leave it.
  std::unique_lock turn(hdf5_turn());
  const pid_t child = fork();
  turn.unlock();
  if (child < 0) return true;
  if (child == 0) work_in_child(work, longest);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return true;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace vitrum::imports
