#include <csignal>

#include "edge/terminal/progress.h"

namespace vitrum::terminal {

namespace {

volatile std::sig_atomic_t stop_seen = 0;

extern "C" void on_stop_signal(int signal) {
  if (stop_seen) {
    // Asked twice: whoever asks does not want to wait for a checkpoint.
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  stop_seen = 1;
}

}  // namespace

void catch_stop_signals() {
  std::signal(SIGINT, on_stop_signal);
  std::signal(SIGTERM, on_stop_signal);
  // The terminal has gone; whoever was started by nohup is not told.
  if (std::signal(SIGHUP, on_stop_signal) == SIG_IGN) std::signal(SIGHUP, SIG_IGN);
}

bool stop_signal_seen() { return stop_seen != 0; }

}  // namespace vitrum::terminal
