// Tasks that take microseconds: sums of random numbers.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "study/ensemble.h"

namespace vitrum::study {

// Adds up random numbers of a stream of its own; its checkpoint is the sum and the counter.
class SumJob : public Job {
 public:
  explicit SumJob(std::uint64_t sample) : stream_(5, sample, Purpose::test), length_(20 + 7 * sample) {}
  bool finished() const override { return stream_.counter() == length_; }
  void advance() override { sum_ += stream_.uniform(); }
  double progress() const override {
    return static_cast<double>(stream_.counter()) / static_cast<double>(length_);
  }
  std::string doing() const override { return "adding"; }
  Group checkpoint() const override {
    Group out;
    out.put("counter", static_cast<std::int64_t>(stream_.counter()));
    out.put("sum", sum_);
    return out;
  }
  void resume(const Group& checkpoint) override {
    stream_.seek(static_cast<std::uint64_t>(checkpoint.integer("counter")));
    sum_ = checkpoint.number("sum");
  }
  Group result() const override {
    Group out;
    out.put("sum", sum_);
    return out;
  }

 private:
  RandomStream stream_;
  std::uint64_t length_;
  double sum_ = 0;
};

inline std::vector<Task> tasks(const std::string& origin = "settings 1") {
  std::vector<Task> out;
  for (std::uint64_t i = 0; i < 6; ++i)
    out.push_back(
        {"sum-" + std::to_string(i), origin, 1.0, [i](const Group&) { return std::make_unique<SumJob>(i); }});
  return out;
}

// Sums that go on from the sum of another.
inline std::vector<Task> dependent_tasks() {
  std::vector<Task> out = tasks();
  for (std::size_t i = 0; i < 6; ++i) {
    Task task = out[i];
    task.name = "more-" + std::to_string(i);
    task.needs = 5 - i;
    task.begin = [i](const Group& needed) {
      EXPECT_TRUE(needed.has_array("sum"));
      auto job = std::make_unique<SumJob>(i);
      Group from;
      from.put("counter", std::int64_t{0});
      from.put("sum", needed.number("sum"));
      job->resume(from);
      return job;
    };
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(6 + i), std::move(task));
  }
  return out;
}

}  // namespace vitrum::study
