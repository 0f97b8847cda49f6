#include "study/ensemble.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/random.h"
#include "memory_sink.h"

namespace vitrum::study {
namespace {

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

std::vector<Task> tasks(const std::string& origin = "settings 1") {
  std::vector<Task> out;
  for (std::uint64_t i = 0; i < 6; ++i)
    out.push_back(
        {"sum-" + std::to_string(i), origin, 1.0, [i](const Group&) { return std::make_unique<SumJob>(i); }});
  return out;
}

TEST(RunTasks, GivesTheSameRecordsForAnyNumberOfThreads) {
  MemorySink one, two;
  CountingWatcher watcher;
  run_tasks(tasks(), one, watcher, 1, 1e9);
  run_tasks(tasks(), two, watcher, 2, 1e9);
  EXPECT_EQ(one.records.size(), 6U);
  EXPECT_EQ(one.records, two.records);
  EXPECT_FALSE(watcher.out_of_range);
}

TEST(RunTasks, StoppedAnywhereAndCalledAgainGivesTheSameRecords) {
  MemorySink whole_sink;
  CountingWatcher patient;
  run_tasks(tasks(), whole_sink, patient, 1, 1e9);
  for (int stop_after = 0; stop_after < 200; stop_after += 13) {
    MemorySink sink;
    CountingWatcher impatient(stop_after);
    EXPECT_THROW(run_tasks(tasks(), sink, impatient, 1, 1e9), Stopped);
    CountingWatcher watcher;
    run_tasks(tasks(), sink, watcher, 1, 1e9);
    EXPECT_EQ(sink.records, whole_sink.records) << stop_after;
    EXPECT_LE(watcher.reports + stop_after, patient.reports) << "work was done twice";
    EXPECT_TRUE(sink.checkpoints.empty());
  }
}

TEST(RunTasks, KeepsCheckpointsAsOftenAsAsked) {
  struct Counting : MemorySink {
    void keep_checkpoint(const std::string& task, const Group& checkpoint) override {
      ++kept;
      MemorySink::keep_checkpoint(task, checkpoint);
    }
    int kept = 0;
  } sink;
  CountingWatcher watcher;
  run_tasks(tasks(), sink, watcher, 1, 0);
  EXPECT_EQ(sink.kept, watcher.reports);
}

TEST(RunTasks, DoesNotRedoWhatIsFinished) {
  MemorySink sink;
  CountingWatcher first, second;
  run_tasks(tasks(), sink, first, 2, 1e9);
  const auto records = sink.records;
  run_tasks(tasks(), sink, second, 2, 1e9);
  EXPECT_EQ(sink.records, records);
  EXPECT_EQ(second.reports, 0);
  EXPECT_TRUE(second.planned.empty());
}

// Sums that go on from the sum of another.
std::vector<Task> dependent_tasks() {
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

TEST(RunTasks, GivesATaskTheRecordOfTheOneItNeeds) {
  MemorySink one, two, stopped;
  CountingWatcher watcher;
  run_tasks(dependent_tasks(), one, watcher, 1, 1e9);
  run_tasks(dependent_tasks(), two, watcher, 3, 1e9);
  EXPECT_EQ(one.records, two.records);
  CountingWatcher impatient(150);
  EXPECT_THROW(run_tasks(dependent_tasks(), stopped, impatient, 2, 1e9), Stopped);
  run_tasks(dependent_tasks(), stopped, watcher, 2, 1e9);
  EXPECT_EQ(stopped.records, one.records);
  RandomStream numbers(5, 3, Purpose::test);
  double sum = one.records.at("sum-2").number("sum");
  for (int i = 0; i < 20 + 7 * 3; ++i) sum += numbers.uniform();
  EXPECT_EQ(one.records.at("more-3").number("sum"), sum);
}

TEST(RunTasks, EndsWhenATaskFailsThatOthersWaitFor) {
  std::vector<Task> some = dependent_tasks();
  some[2].begin = [](const Group&) -> std::unique_ptr<Job> { throw PhysicsError("no equilibrium"); };
  MemorySink sink;
  CountingWatcher watcher;
  EXPECT_THROW(run_tasks(some, sink, watcher, 3, 1e9), PhysicsError);
  EXPECT_EQ(sink.records.count("more-3"), 0U);
}

TEST(RunTasks, RefusesRecordsAndCheckpointsOfOtherSettings) {
  MemorySink sink;
  CountingWatcher watcher;
  run_tasks(tasks(), sink, watcher, 1, 1e9);
  try {
    run_tasks(tasks("settings 2"), sink, watcher, 1, 1e9);
    FAIL() << "not refused";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("there: settings 1\n  now:   settings 2"), std::string::npos)
        << error.what();
  }
  MemorySink half_done;
  CountingWatcher impatient(30);
  EXPECT_THROW(run_tasks(tasks(), half_done, impatient, 1, 1e9), Stopped);
  half_done.records.clear();
  EXPECT_THROW(run_tasks(tasks("settings 2"), half_done, watcher, 1, 1e9), InputError);
}

}  // namespace
}  // namespace vitrum::study
