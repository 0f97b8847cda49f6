// Runs independent jobs on the cores of one machine, or of as many as share the sink, with checkpoints; what
// is finished is not redone.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "record/sink.h"
#include "study/job.h"

namespace vitrum::study {

struct Task {
  std::string name;       ///< unique; names the task's file
  std::string made_from;  ///< every setting that the result depends on
  double cost = 1;        ///< expected seconds on one core
  std::function<std::unique_ptr<Job>(const Group& needed)> begin;
  /// Index of the task whose record `begin` is given, and which needs none itself; none: an empty group.
  std::optional<std::size_t> needs = std::nullopt;
  /// Names of lines of `made_from` that say what earlier tasks found, or how many samples there are. A record
  /// that differs in these alone is not refused but made anew.
  std::vector<std::string> found = {};
};

/// Does all tasks in the order of `tasks`, each as soon as the one that it needs is done; their records are
/// the same for any number of threads and processes. A task whose record lies in the sink is not done again;
/// one with a checkpoint goes on from it. Returns when all are finished, whoever did them: waits for tasks
/// that other processes have claimed, and does those whose process has died.
/// @throws InputError when a record or checkpoint in the sink was made from other settings;
/// @throws what a job throws: other processes go on without this one, and meet the same error themselves;
/// @throws Stopped when the watcher asked to stop: checkpoints are then kept.
void run_tasks(const std::vector<Task>& tasks, Sink& sink, Watcher& watcher, int threads,
               double checkpoint_interval);

}  // namespace vitrum::study
