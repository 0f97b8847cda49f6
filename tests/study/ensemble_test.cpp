#include "study/ensemble.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/random.h"
#include "memory_sink.h"
#include "sum_tasks.h"

namespace vitrum::study {
namespace {

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
