// Which task a thread does next, when other processes do tasks of the same study too.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "record/sink.h"
#include "study/ensemble.h"

namespace vitrum::study {

/// Hands out tasks in their order, each as soon as the one that it needs is done and nobody else is at it.
/// Several threads may call.
class TaskQueue {
 public:
  struct Taken {
    std::size_t task;
    std::unique_ptr<Claim> claim;  ///< to be held until the task's record is in the sink
  };

  /// `open` are the tasks to be done, `done` says of each task whether it is.
  TaskQueue(const std::vector<Task>& tasks, const std::vector<std::size_t>& open, std::vector<bool> done,
            Sink& sink, Watcher& watcher);

  /// The next task. Waits while others may still make one possible, here or in other processes: by finishing
  /// what it needs, or by dying. None: every task is done or in work in this process, or one of these failed.
  /// @throws Stopped when the watcher asked to stop; InputError when others made records from other settings.
  std::optional<Taken> take();
  /// The record of a task that was taken is in the sink.
  void finish(std::size_t task);
  /// No more tasks are handed out.
  void fail();

 private:
  using Clock = std::chrono::steady_clock;
  struct Open {
    std::size_t task;
    std::optional<Clock::time_point> refused = std::nullopt;  ///< when another process had it first
    Clock::time_point ask_at = {};                            ///< not to be claimed before
  };

  std::optional<Taken> look();
  Clock::time_point next_look() const;
  void tell_of_waiting();

  const std::vector<Task>& tasks_;
  Sink& sink_;
  Watcher& watcher_;
  std::vector<Open> open_;
  std::vector<bool> done_;
  std::size_t in_work_ = 0;  ///< taken and not finished
  bool failed_ = false;
  std::mutex guard_;
  std::condition_variable changed_;
};

}  // namespace vitrum::study
