#include "study/ensemble.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/parallel.h"
#include "record/text_difference.h"

namespace vitrum::study {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* made_from = "made_from";

// Differing settings that a message shows.
constexpr std::size_t most_differences = 5;

void require_same_origin(const Group& stored, const Task& task, const char* what) {
  const std::string& then = stored.text(made_from);
  if (then == task.made_from) return;
  throw InputError("the folder of results holds the " + std::string(what) + " '" + task.name +
                   "' of other settings (results of different settings must not be mixed); choose another "
                   "folder with --output, or remove the old results. What differs:" +
                   line_difference(then, task.made_from, most_differences));
}

void run_task(const Task& task, const Group& needed, Sink& sink, Watcher& watcher,
              double checkpoint_interval) {
  const auto job = task.begin(needed);
  if (const auto kept = sink.checkpoint(task.name)) {
    require_same_origin(*kept, task, "checkpoint");
    job->resume(kept->group("job"));
  }
  const auto keep = [&] {
    Group checkpoint;
    checkpoint.texts[made_from] = task.made_from;
    checkpoint.groups["job"] = job->checkpoint();
    sink.keep_checkpoint(task.name, checkpoint);
  };
  auto last_kept = Clock::now();
  while (!job->finished()) {
    if (watcher.stop_requested()) {
      keep();
      throw Stopped();
    }
    job->advance();
    watcher.progress(task.name, job->progress(), job->doing());
    if (std::chrono::duration<double>(Clock::now() - last_kept).count() > checkpoint_interval) {
      keep();
      last_kept = Clock::now();
    }
  }
  Group result = job->result();
  result.texts[made_from] = task.made_from;
  sink.finish(task.name, result);
}

/// Hands out tasks in their order, each as soon as the one that it needs is done.
class Queue {
 public:
  Queue(const std::vector<Task>& tasks, std::vector<std::size_t> open, std::vector<bool> done)
      : tasks_(tasks), open_(std::move(open)), done_(std::move(done)) {}

  /// The next task; waits for one while others may still make it possible. None: there is nothing left to do.
  std::optional<std::size_t> take() {
    std::unique_lock lock(guard_);
    while (!failed_ && !open_.empty()) {
      const auto ready = std::find_if(open_.begin(), open_.end(), [this](std::size_t i) {
        return !tasks_[i].needs || done_[*tasks_[i].needs];
      });
      if (ready != open_.end()) {
        const std::size_t task = *ready;
        open_.erase(ready);
        return task;
      }
      changed_.wait(lock);
    }
    return std::nullopt;
  }
  void finish(std::size_t task) {
    const std::lock_guard lock(guard_);
    done_[task] = true;
    changed_.notify_all();
  }
  void fail() {
    const std::lock_guard lock(guard_);
    failed_ = true;
    changed_.notify_all();
  }

 private:
  const std::vector<Task>& tasks_;
  std::vector<std::size_t> open_;
  std::vector<bool> done_;
  bool failed_ = false;
  std::mutex guard_;
  std::condition_variable changed_;
};

/// The record that a task begins with.
Group needed_by(const Task& task, const std::vector<Task>& tasks, Sink& sink) {
  if (!task.needs) return {};
  const std::string& name = tasks[*task.needs].name;
  if (auto record = sink.finished(name)) return std::move(*record);
  throw StorageError("the record of \"" + name + "\" has gone, and \"" + task.name +
                     "\" needs it; run the study again");
}

}  // namespace

void run_tasks(const std::vector<Task>& tasks, Sink& sink, Watcher& watcher, int threads,
               double checkpoint_interval) {
  std::vector<std::size_t> open;
  std::vector<bool> done(tasks.size());
  std::map<std::string, double> cost;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (const auto record = sink.finished(tasks[i].name)) {
      require_same_origin(*record, tasks[i], "record");
      done[i] = true;
    } else {
      open.push_back(i);
      cost[tasks[i].name] = tasks[i].cost;
    }
  }
  watcher.plan(cost);
  const int workers = std::min(thread_count(threads), static_cast<int>(open.size()));
  Queue queue(tasks, std::move(open), std::move(done));
  parallel_for(static_cast<std::size_t>(workers), workers, [&](std::size_t) {
    try {
      while (const auto task = queue.take()) {
        if (watcher.stop_requested()) throw Stopped();
        run_task(tasks[*task], needed_by(tasks[*task], tasks, sink), sink, watcher, checkpoint_interval);
        queue.finish(*task);
      }
    } catch (...) {
      queue.fail();
      throw;
    }
  });
}

}  // namespace vitrum::study
