#include "study/task_queue.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "study/task_origin.h"

namespace vitrum::study {

namespace {

// A task of another process is asked for again after a tenth of the time that it has been waited for.
constexpr int share_of_waiting = 10;
constexpr std::chrono::milliseconds shortest_pause{50};
constexpr std::chrono::milliseconds longest_pause{500};

}  // namespace

TaskQueue::TaskQueue(const std::vector<Task>& tasks, const std::vector<std::size_t>& open,
                     std::vector<bool> done, Sink& sink, Watcher& watcher)
    : tasks_(tasks), sink_(sink), watcher_(watcher), done_(std::move(done)) {
  for (const std::size_t task : open) open_.push_back({task});
}

std::optional<TaskQueue::Taken> TaskQueue::take() {
  std::unique_lock lock(guard_);
  while (!failed_ && !open_.empty()) {
    if (watcher_.stop_requested()) throw Stopped();
    const std::size_t before = open_.size();
    if (auto taken = look()) return taken;
    if (open_.size() < before) {  // others have finished some
      changed_.notify_all();
      continue;
    }
    tell_of_waiting();
    changed_.wait_until(lock, next_look());
  }
  return std::nullopt;
}

/// Claims the first task that is ready and free; takes out of the list what other processes have finished.
std::optional<TaskQueue::Taken> TaskQueue::look() {
  const auto began = Clock::now();
  std::vector<std::size_t> refused;
  for (std::size_t i = 0; i < open_.size();) {
    Open& open = open_[i];
    const Task& task = tasks_[open.task];
    if ((task.needs && !done_[*task.needs]) || began < open.ask_at) {
      ++i;
      continue;
    }
    // First the claim, then the look: whoever had it before may have finished.
    auto claim = sink_.claim(task.name);
    if (const auto record = sink_.finished(task.name); record && is_current(*record, task, "record")) {
      done_[open.task] = true;
      watcher_.progress(task.name, 1, "done by another process");
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    if (claim) {
      Taken taken{open.task, std::move(claim)};
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      ++in_work_;
      return taken;
    }
    if (!open.refused) open.refused = began;
    open.ask_at = began + shortest_pause;
    refused.push_back(i++);
  }
  // Asking takes a tenth of the time at most, however slow the file system.
  const auto now = Clock::now();
  for (const std::size_t i : refused) {
    const Clock::duration pause = (now - *open_[i].refused) / share_of_waiting;
    open_[i].ask_at = now + std::max(std::clamp<Clock::duration>(pause, shortest_pause, longest_pause),
                                     share_of_waiting * (now - began));
  }
  return std::nullopt;
}

TaskQueue::Clock::time_point TaskQueue::next_look() const {
  auto next = Clock::now() + longest_pause;  // a request to stop must be heard
  for (const Open& open : open_)
    if (open.refused) next = std::min(next, open.ask_at);
  return next;
}

void TaskQueue::tell_of_waiting() {
  if (in_work_ > 0) return;
  const auto waited_for =
      std::find_if(open_.begin(), open_.end(), [](const Open& open) { return open.refused.has_value(); });
  if (waited_for != open_.end())
    watcher_.progress(tasks_[waited_for->task].name, 0, "waiting for other processes");
}

void TaskQueue::finish(std::size_t task) {
  const std::lock_guard lock(guard_);
  done_[task] = true;
  --in_work_;
  changed_.notify_all();
}

void TaskQueue::fail() {
  const std::lock_guard lock(guard_);
  failed_ = true;
  changed_.notify_all();
}

}  // namespace vitrum::study
