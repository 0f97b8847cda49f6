// Shows how a study goes on: one line that renews itself on a terminal, plain lines in a log.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "record/sink.h"

namespace vitrum::terminal {

/// From now on SIGINT, SIGTERM and SIGHUP ask for a stop instead of ending the process; a second one ends it.
void catch_stop_signals();
bool stop_signal_seen();

/// Progress over all tasks, weighted by their expected cost, with the time still to go estimated from
/// the time used. Writes to standard error.
class Progress : public Watcher {
 public:
  /// Not `shown`: says nothing, for one of several processes that were started together.
  explicit Progress(bool shown = true);
  ~Progress() override;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void plan(const std::map<std::string, double>& cost) override;
  void progress(const std::string& task, double share, const std::string& what) override;
  bool stop_requested() override { return stop_signal_seen(); }

  /// A line of its own, for what happens between ensembles.
  void say(const std::string& line);

 private:
  using Clock = std::chrono::steady_clock;
  void show(const std::string& task, const std::string& what);
  void clear_line();

  std::mutex guard_;
  std::map<std::string, double> cost_, share_;
  double total_cost_ = 0, done_cost_ = 0;
  Clock::time_point begin_, last_shown_;
  int tenths_shown_ = 0;
  bool shown_ = true;
  bool terminal_ = false;
  bool line_open_ = false;
};

}  // namespace vitrum::terminal
