// One task of an ensemble: a specimen's whole life, in small steps, resumable.
#pragma once

#include <chrono>
#include <string>

#include "record/group.h"

namespace vitrum::study {

/// A call of advance() ends after the first piece of work that takes it past this time.
inline constexpr std::chrono::milliseconds advance_time{50};

class Job {
 public:
  virtual ~Job() = default;
  virtual bool finished() const = 0;
  /// A short piece of work: milliseconds, at most about a second.
  virtual void advance() = 0;
  /// Share done, 0 to 1.
  virtual double progress() const = 0;
  /// What is being done, in a few words.
  virtual std::string doing() const = 0;
  virtual Group checkpoint() const = 0;
  virtual void resume(const Group& checkpoint) = 0;
  /// The record, once finished.
  virtual Group result() const = 0;
};

}  // namespace vitrum::study
