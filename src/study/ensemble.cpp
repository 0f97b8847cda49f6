#include "study/ensemble.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/parallel.h"
#include "study/task_origin.h"
#include "study/task_queue.h"

namespace vitrum::study {

namespace {

using Clock = std::chrono::steady_clock;

void run_task(const Task& task, const Group& needed, Sink& sink, Watcher& watcher,
              double checkpoint_interval) {
  const auto job = task.begin(needed);
  if (const auto kept = sink.checkpoint(task.name)) {
    if (is_current(*kept, task, "checkpoint")) job->resume(kept->group("job"));
  }
  const auto keep = [&] {
    Group checkpoint;
    checkpoint.texts[origin_name] = task.made_from;
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
  result.texts[origin_name] = task.made_from;
  sink.finish(task.name, result);
}

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
    const auto record = sink.finished(tasks[i].name);
    if (record && is_current(*record, tasks[i], "record")) {
      done[i] = true;
    } else {
      open.push_back(i);
      cost[tasks[i].name] = tasks[i].cost;
    }
  }
  watcher.plan(cost);
  const int workers = std::min(thread_count(threads), static_cast<int>(open.size()));
  TaskQueue queue(tasks, open, std::move(done), sink, watcher);
  parallel_for(static_cast<std::size_t>(workers), workers, [&](std::size_t) {
    try {
      while (const auto taken = queue.take()) {
        const Task& task = tasks[taken->task];
        run_task(task, needed_by(task, tasks, sink), sink, watcher, checkpoint_interval);
        queue.finish(taken->task);
      }
    } catch (...) {
      queue.fail();
      throw;
    }
  });
}

}  // namespace vitrum::study
