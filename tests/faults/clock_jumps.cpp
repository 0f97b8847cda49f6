// Put before the C library (LD_PRELOAD): clocks that jump while a process runs. Environment:
//   CLOCK_BEGIN  seconds by which the clock is wrong at first
//   CLOCK_AFTER  milliseconds after its first look at a clock, when the process meets the jump
//   CLOCK_JUMP   seconds by which the clock jumps then
//   CLOCK_WHICH  "wall": the time of day; "all": also the clock that should never jump, as in some virtual
//   machines
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <string_view>

namespace {

double number(const char* variable) {
  const char* text = std::getenv(variable);
  return text ? std::atof(text) : 0;
}

timespec true_time(clockid_t clock) {
  timespec now{};
  syscall(SYS_clock_gettime, clock, &now);
  return now;
}

double seconds(const timespec& time) {
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// By how much the clock is wrong now.
time_t shift() {
  static const double began = seconds(true_time(CLOCK_MONOTONIC));
  static const double begin = number("CLOCK_BEGIN"), after = number("CLOCK_AFTER"),
                      jump = number("CLOCK_JUMP");
  const bool jumped = 1e3 * (seconds(true_time(CLOCK_MONOTONIC)) - began) >= after;
  return static_cast<time_t>(jumped ? begin + jump : begin);
}

bool jumps(clockid_t clock) {
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) return true;
  const char* which = std::getenv("CLOCK_WHICH");
  const bool steady = clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW || clock == CLOCK_BOOTTIME;
  return steady && which && std::string_view(which) == "all";
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const int answer = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  if (answer == 0 && jumps(clock)) time->tv_sec += shift();
  return answer;
}

int gettimeofday(timeval* time, void*) noexcept {
  const timespec now = true_time(CLOCK_REALTIME);
  time->tv_sec = now.tv_sec + shift();
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t* out) noexcept {
  const time_t now = true_time(CLOCK_REALTIME).tv_sec + shift();
  if (out) *out = now;
  return now;
}

}  // extern "C"
