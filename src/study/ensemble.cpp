#include "study/ensemble.h"

#include <chrono>
#include <map>

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

Group run_task(const Task& task, const Group& needed, Sink& sink, Watcher& watcher,
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
  return result;
}

}  // namespace

std::vector<Group> run_tasks(const std::vector<Task>& tasks, Sink& sink, Watcher& watcher, int threads,
                             double checkpoint_interval) {
  std::vector<Group> results(tasks.size());
  std::vector<std::size_t> open, waiting;  // for the record of another
  std::map<std::string, double> cost;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (auto record = sink.finished(tasks[i].name)) {
      require_same_origin(*record, tasks[i], "record");
      results[i] = std::move(*record);
    } else {
      (tasks[i].needs ? waiting : open).push_back(i);
      cost[tasks[i].name] = tasks[i].cost;
    }
  }
  watcher.plan(cost);
  const Group nothing;
  for (const std::vector<std::size_t>& stage : {open, waiting})
    parallel_for(stage.size(), threads, [&](std::size_t n) {
      const std::size_t i = stage[n];
      if (watcher.stop_requested()) throw Stopped();
      const Group& needed = tasks[i].needs ? results[*tasks[i].needs] : nothing;
      results[i] = run_task(tasks[i], needed, sink, watcher, checkpoint_interval);
    });
  return results;
}

}  // namespace vitrum::study
