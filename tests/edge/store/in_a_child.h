// Runs a piece of a test in a process of its own, whose limits and rights may be changed there.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

namespace vitrum::store {

constexpr int not_possible_here = 77;

/// The number that `piece` returns in the child: 0 for good; 99 when it throws, 100 when it is killed.
inline int in_a_child(const std::function<int()>& piece) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      _exit(piece());
    } catch (...) {
      _exit(99);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

/// Runs `endless` in a child and kills it: `delay` microseconds after it has called the function that it
/// is given, so that the kill falls into the work after that call however busy the machine is.
inline void kill_in_the_middle(const std::function<void(const std::function<void()>&)>& endless,
                               unsigned delay) {
  int ends[2];
  if (pipe(ends) != 0) return;
  const pid_t child = fork();
  if (child == 0) {
    try {
      endless([&] {
        if (write(ends[1], "x", 1) != 1) _exit(98);
      });
    } catch (...) {
    }
    _exit(99);
  }
  close(ends[1]);  // so that the read ends if the child does
  char ready = 0;
  if (read(ends[0], &ready, 1) == 1) usleep(delay);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(ends[0]);
}

/// A child that makes something and holds it until it is killed.
class ProcessAtWork {
 public:
  template <class Make>
  explicit ProcessAtWork(const Make& make) {
    int ends[2];
    if (pipe(ends) != 0) return;
    child_ = fork();
    if (child_ == 0) {
      try {
        const auto held = make();
        if (write(ends[1], "x", 1) != 1) _exit(98);
        for (;;) pause();
      } catch (...) {
      }
      _exit(99);
    }
    close(ends[1]);
    char ready = 0;
    if (read(ends[0], &ready, 1) != 1) kill();
    close(ends[0]);
  }
  ~ProcessAtWork() { kill(); }
  ProcessAtWork(const ProcessAtWork&) = delete;
  ProcessAtWork& operator=(const ProcessAtWork&) = delete;

  pid_t id() const { return child_; }

  void kill() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = -1;
  }

 private:
  pid_t child_ = -1;
};

}  // namespace vitrum::store
