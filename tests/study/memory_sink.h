// A sink without files, and a watcher that can be told to ask for a stop.
#pragma once

#include <atomic>
#include <map>
#include <mutex>

#include "record/sink.h"

namespace vitrum::study {

class MemorySink : public Sink {
 public:
  std::optional<Group> finished(const std::string& task) override { return find(records, task); }
  void finish(const std::string& task, const Group& record) override {
    const std::lock_guard lock(guard_);
    records[task] = record;
    checkpoints.erase(task);
  }
  std::optional<Group> checkpoint(const std::string& task) override { return find(checkpoints, task); }
  void keep_checkpoint(const std::string& task, const Group& checkpoint) override {
    const std::lock_guard lock(guard_);
    checkpoints[task] = checkpoint;
  }

  std::map<std::string, Group> records, checkpoints;

 private:
  std::optional<Group> find(const std::map<std::string, Group>& kept, const std::string& task) {
    const std::lock_guard lock(guard_);
    const auto it = kept.find(task);
    if (it == kept.end()) return {};
    return it->second;
  }
  std::mutex guard_;
};

class CountingWatcher : public Watcher {
 public:
  explicit CountingWatcher(int stop_after = -1) : stop_after_(stop_after) {}
  void plan(const std::map<std::string, double>& cost) override { planned = cost; }
  void progress(const std::string&, double share, const std::string&) override {
    ++reports;
    if (share < 0 || share > 1) out_of_range = true;
  }
  bool stop_requested() override { return stop_after_ >= 0 && reports >= stop_after_; }

  std::map<std::string, double> planned;
  std::atomic<int> reports{0};
  std::atomic<bool> out_of_range{false};

 private:
  int stop_after_;
};

}  // namespace vitrum::study
