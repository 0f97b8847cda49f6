// A sink without files, and a watcher that can be told to ask for a stop.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

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

/// One that several processes share, or several calls at once: a task is given to one at a time.
class SharedSink : public MemorySink {
 public:
  std::unique_ptr<Claim> claim(const std::string& task) override {
    const std::lock_guard lock(names_guard_);
    if (!claimed_.insert(task).second) return nullptr;
    return std::make_unique<Name>(*this, task);
  }
  void finish(const std::string& task, const Group& record) override {
    MemorySink::finish(task, record);
    const std::lock_guard lock(names_guard_);
    ++finished_times[task];
  }

  std::map<std::string, int> finished_times;

 private:
  class Name : public Claim {
   public:
    Name(SharedSink& sink, std::string name) : sink_(sink), name_(std::move(name)) {}
    ~Name() override {
      const std::lock_guard lock(sink_.names_guard_);
      sink_.claimed_.erase(name_);
    }
    Name(const Name&) = delete;
    Name& operator=(const Name&) = delete;

   private:
    SharedSink& sink_;
    std::string name_;
  };
  std::set<std::string> claimed_;
  std::mutex names_guard_;
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
