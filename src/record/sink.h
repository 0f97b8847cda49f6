// Where finished records and work in progress go; implemented at the edge.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "record/group.h"

namespace vitrum {

/// The right to do a task, given back when it is destroyed.
class Claim {
 public:
  virtual ~Claim() = default;
};

/// Keeps records by the name of the task that made them ("glass-003"). Calls may come from several
/// threads at once. Writes are whole or not at all.
class Sink {
 public:
  virtual ~Sink() = default;

  /// The right to do a task, which only one has at a time; none when another process has it now. Once
  /// granted, `finished` and `checkpoint` see all that those who had it before have kept. A sink of one
  /// process grants it always.
  virtual std::unique_ptr<Claim> claim(const std::string& /*task*/) { return std::make_unique<Claim>(); }
  /// The finished record of a task, if this study has one already.
  virtual std::optional<Group> finished(const std::string& task) = 0;
  /// Keeps a finished record and forgets the task's checkpoint.
  virtual void finish(const std::string& task, const Group& record) = 0;
  /// The last checkpoint of a task, if there is one.
  virtual std::optional<Group> checkpoint(const std::string& task) = 0;
  virtual void keep_checkpoint(const std::string& task, const Group& checkpoint) = 0;
};

/// Hears how work goes on and may end it. Calls may come from several threads at once.
class Watcher {
 public:
  virtual ~Watcher() = default;
  /// What is about to be done, once, before any progress: expected seconds of one core by task.
  virtual void plan(const std::map<std::string, double>& cost) = 0;
  /// `share` of the task is done, 0 to 1; `what` says in a few words what is going on.
  virtual void progress(const std::string& task, double share, const std::string& what) = 0;
  /// True: the library should keep a checkpoint and throw Stopped.
  virtual bool stop_requested() = 0;
};

}  // namespace vitrum
