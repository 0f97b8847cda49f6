#include "python/interruptible.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace vitrum::python {

namespace py = pybind11;

namespace {

constexpr std::chrono::milliseconds look_again{100};

/// Hears from the threads that work; tells the one that waits.
class Relay : public Watcher {
 public:
  struct News {
    std::optional<double> share;
    std::string what;
  };

  void plan(const std::map<std::string, double>& cost) override {
    const std::lock_guard lock(guard_);
    cost_ = cost;
    done_.clear();
    whole_ = done_cost_ = 0;
    for (const auto& [task, seconds] : cost_) whole_ += seconds;
  }
  void progress(const std::string& task, double share, const std::string& what) override {
    const std::lock_guard lock(guard_);
    const auto cost = cost_.find(task);
    if (cost != cost_.end()) done_cost_ += (share - std::exchange(done_[task], share)) * cost->second;
    if (whole_ > 0) latest_ = News{std::clamp(done_cost_ / whole_, 0.0, 1.0), task + ": " + what};
  }
  bool stop_requested() override { return stop_; }

  void stop() { stop_ = true; }
  void say(const std::string& line) {
    const std::lock_guard lock(guard_);
    lines_.push_back(line);
  }
  void finish() {
    const std::lock_guard lock(guard_);
    finished_ = true;
    changed_.notify_all();
  }
  /// Waits a while; true when the work has ended.
  bool wait() {
    std::unique_lock lock(guard_);
    return changed_.wait_for(lock, look_again, [this] { return finished_; });
  }
  std::vector<News> news() {
    const std::lock_guard lock(guard_);
    std::vector<News> out;
    for (std::string& line : lines_) out.push_back({std::nullopt, std::move(line)});
    lines_.clear();
    if (latest_) out.push_back(*std::exchange(latest_, std::nullopt));
    return out;
  }

 private:
  std::mutex guard_;
  std::condition_variable changed_;
  std::map<std::string, double> cost_, done_;
  double whole_ = 0, done_cost_ = 0;
  std::optional<News> latest_;
  std::vector<std::string> lines_;
  std::atomic<bool> stop_ = false;
  bool finished_ = false;
};

/// Signals are for the threads of Python: a system call of the work is not to be broken off by one.
class SignalsHeldBack {
 public:
  SignalsHeldBack() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsHeldBack() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeldBack(const SignalsHeldBack&) = delete;
  SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;

 private:
  sigset_t before_{};
};

std::thread started(const std::function<void()>& work) {
  const SignalsHeldBack held_back;
  return std::thread(work);
}

void tell(const std::vector<Relay::News>& news, const py::object& progress) {
  if (progress.is_none()) return;
  for (const Relay::News& one : news)
    progress(one.share ? py::object(py::float_(*one.share)) : py::none(), one.what);
}

}  // namespace

void run_interruptibly(const std::function<void(Watcher&)>& work, const py::object& progress) {
  Relay relay;
  std::exception_ptr failure, interruption;
  std::thread worker = started([&] {
    try {
      work(relay);
    } catch (...) {
      failure = std::current_exception();
    }
    relay.finish();
  });
  for (bool finished = false; !finished;) {
    {
      const py::gil_scoped_release release;
      finished = relay.wait();
    }
    try {
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      if (!interruption) tell(relay.news(), progress);
    } catch (...) {
      if (!interruption) interruption = std::current_exception();
      relay.stop();
    }
  }
  worker.join();
  if (interruption) std::rethrow_exception(interruption);
  if (failure) std::rethrow_exception(failure);
}

void say(Watcher& watcher, const std::string& line) {
  if (auto* const relay = dynamic_cast<Relay*>(&watcher)) relay->say(line);
}

}  // namespace vitrum::python
