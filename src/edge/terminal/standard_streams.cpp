#include "edge/terminal/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <system_error>

#include "base/error.h"

namespace vitrum::terminal {

void prepare_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
    // The smallest number that is free is given: this one.
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDWR) < 0) return;
  std::signal(SIGXFSZ, SIG_IGN);
}

void finish_output() {
  errno = 0;
  const bool whole = std::cout.flush().good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  if (!whole) output_failed(errno);
}

void output_failed(int error) {
  const std::string why = error == 0 ? "" : ": " + std::generic_category().message(error);
  throw StorageError("standard output cannot be written" + why +
                     "; what was printed is not whole: free some space or print elsewhere, and give the same "
                     "command again");
}

}  // namespace vitrum::terminal
