#include "edge/terminal/progress.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace vitrum::terminal {

namespace {

// A terminal line is renewed at most this often.
constexpr std::chrono::milliseconds renewal{200};

std::string duration_text(double seconds) {
  const auto s = static_cast<long>(seconds + 0.5);
  if (s < 60) return fmt::format("{} s", s);
  if (s < 3600) return fmt::format("{} min {:02} s", s / 60, s % 60);
  return fmt::format("{} h {:02} min", s / 3600, s / 60 % 60);
}

spdlog::logger& log() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("vitrum", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%H:%M:%S %v");
    return made;
  }();
  return *logger;
}

/// The terminal may have gone since; the work goes on without it.
void put(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace

Progress::Progress(bool shown)
    : begin_(Clock::now()), last_shown_(begin_), shown_(shown), terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear_line(); }

void Progress::plan(const std::map<std::string, double>& cost) {
  const std::lock_guard lock(guard_);
  cost_ = cost;
  share_.clear();
  total_cost_ = done_cost_ = 0;
  for (const auto& [task, seconds] : cost_) total_cost_ += seconds;
  begin_ = Clock::now();
  tenths_shown_ = 0;
}

void Progress::progress(const std::string& task, double share, const std::string& what) {
  const std::lock_guard lock(guard_);
  double& last = share_[task];
  const auto cost = cost_.find(task);
  if (cost != cost_.end()) done_cost_ += (share - last) * cost->second;
  last = share;
  show(task, what);
}

void Progress::show(const std::string& task, const std::string& what) {
  if (!shown_ || total_cost_ <= 0) return;
  const double fraction = std::clamp(done_cost_ / total_cost_, 0.0, 1.0);
  const auto now = Clock::now();
  // Clocks of virtual machines have been seen to go backward.
  const double used = std::max(0.0, std::chrono::duration<double>(now - begin_).count());
  const std::string to_go =
      fraction > 0.01 ? duration_text(used * (1 - fraction) / fraction) + " to go" : "estimating";
  if (terminal_) {
    if (std::chrono::abs(now - last_shown_) < renewal) return;
    last_shown_ = now;
    put(fmt::format("\r\033[K{:3.0f} %  {}   {}: {}", 100 * fraction, to_go, task, what));
    line_open_ = true;
  } else if (static_cast<int>(10 * fraction) > tenths_shown_) {
    tenths_shown_ = static_cast<int>(10 * fraction);
    log().info("{:3.0f} %  {} used, {}   {}: {}", 100 * fraction, duration_text(used), to_go, task, what);
  }
}

void Progress::clear_line() {
  if (line_open_) put("\r\033[K");
  line_open_ = false;
}

void Progress::say(const std::string& line) {
  const std::lock_guard lock(guard_);
  if (!shown_) return;
  clear_line();
  log().info("{}", line);
}

}  // namespace vitrum::terminal
