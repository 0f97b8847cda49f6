// Several calls of run_tasks at once, which stand for several processes.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "base/error.h"
#include "memory_sink.h"
#include "study/ensemble.h"
#include "study/shard.h"
#include "study/task_origin.h"
#include "study/task_queue.h"
#include "sum_tasks.h"

namespace vitrum::study {
namespace {

using namespace std::chrono_literals;

std::map<std::string, Group> undisturbed_tasks() {
  MemorySink sink;
  CountingWatcher watcher;
  run_tasks(dependent_tasks(), sink, watcher, 1, 1e9);
  return sink.records;
}

bool waits(const std::function<bool()>& condition) {
  const auto latest = std::chrono::steady_clock::now() + 20s;
  while (!condition() && std::chrono::steady_clock::now() < latest) std::this_thread::sleep_for(1ms);
  return condition();
}

/// Remembers what it was told about other processes.
class ListeningWatcher : public CountingWatcher {
 public:
  using CountingWatcher::CountingWatcher;
  void progress(const std::string& task, double share, const std::string& what) override {
    CountingWatcher::progress(task, share, what);
    if (what == "adding" && task == "sum-5") ++steps_of_sum_5;
    if (what == "waiting for other processes") waited = true;
    if (what == "done by another process" && share == 1) ++done_by_others;
  }
  std::atomic<bool> waited{false};
  std::atomic<int> done_by_others{0}, steps_of_sum_5{0};
};

TEST(SharedTasks, EveryTaskIsDoneOnceAndAllCallsReturnWithAllRecords) {
  const auto expected = undisturbed_tasks();
  for (int round = 0; round < 20; ++round) {
    SharedSink sink;
    std::vector<std::thread> processes;
    for (int p = 0; p < 3; ++p)
      processes.emplace_back([&, p] {
        CountingWatcher watcher;
        run_tasks(dependent_tasks(), sink, watcher, 1 + p % 2, 1e9);
        for (const auto& [task, record] : expected) EXPECT_EQ(sink.finished(task), record) << task;
      });
    for (auto& process : processes) process.join();
    EXPECT_EQ(sink.records, expected);
    for (const auto& [task, times] : sink.finished_times) EXPECT_EQ(times, 1) << task;
  }
}

TEST(SharedTasks, WaitsForWhatAnotherHasClaimedAndTakesItsRecord) {
  const auto expected = undisturbed_tasks();
  SharedSink sink;
  auto claim = sink.claim("sum-2");
  ListeningWatcher watcher;
  std::atomic<bool> back{false};
  std::thread process([&] {
    run_tasks(dependent_tasks(), sink, watcher, 2, 1e9);
    back = true;
  });
  EXPECT_TRUE(waits([&] { return watcher.waited.load(); }));
  EXPECT_EQ(sink.records.count("more-3"), 0U) << "needs what the other one does";
  EXPECT_FALSE(back);
  sink.finish("sum-2", expected.at("sum-2"));
  claim.reset();
  process.join();
  EXPECT_EQ(sink.records, expected);
  EXPECT_EQ(sink.finished_times["sum-2"], 1);
  EXPECT_EQ(watcher.done_by_others, 1);
}

TEST(SharedTasks, DoesWhatAnotherHasLeftFromItsCheckpoint) {
  const auto expected = undisturbed_tasks();
  SharedSink sink;
  auto claim = sink.claim("sum-5");
  SumJob job(5);
  for (int i = 0; i < 9; ++i) job.advance();
  Group checkpoint;
  checkpoint.texts[origin_name] = tasks().at(5).made_from;
  checkpoint.groups["job"] = job.checkpoint();
  ListeningWatcher watcher;
  std::thread process([&] { run_tasks(dependent_tasks(), sink, watcher, 1, 1e9); });
  EXPECT_TRUE(waits([&] { return watcher.waited.load(); }));
  sink.keep_checkpoint("sum-5", checkpoint);
  claim.reset();
  process.join();
  EXPECT_EQ(sink.records, expected);
  EXPECT_EQ(watcher.steps_of_sum_5, 20 + 7 * 5 - 9) << "the other one's steps were made again";
  EXPECT_TRUE(sink.checkpoints.empty());
}

TEST(SharedTasks, StopsWhileItWaits) {
  SharedSink sink;
  const auto claim = sink.claim("sum-0");
  struct Impatient : ListeningWatcher {
    bool stop_requested() override { return waited; }
  } watcher;
  EXPECT_THROW(run_tasks(tasks(), sink, watcher, 2, 1e9), Stopped);
}

TEST(SharedTasks, OneThatFailsFreesItsTaskForTheOthers) {
  SharedSink sink;
  CountingWatcher watcher;
  std::vector<Task> failing = tasks();
  failing[1].begin = [](const Group&) -> std::unique_ptr<Job> { throw PhysicsError("no equilibrium"); };
  EXPECT_THROW(run_tasks(failing, sink, watcher, 1, 1e9), PhysicsError);
  EXPECT_THROW(run_tasks(failing, sink, watcher, 1, 1e9), PhysicsError) << "it meets the same error";
  run_tasks(tasks(), sink, watcher, 1, 1e9);
  EXPECT_EQ(sink.records.size(), 6U);
}

TEST(SharedTasks, RefusesARecordThatAnotherMadeFromOtherSettings) {
  SharedSink sink;
  auto claim = sink.claim("sum-3");
  ListeningWatcher watcher;
  std::thread process([&] { EXPECT_THROW(run_tasks(tasks(), sink, watcher, 1, 1e9), InputError); });
  EXPECT_TRUE(waits([&] { return watcher.waited.load(); }));
  Group foreign;
  foreign.texts[origin_name] = "settings 2";
  sink.finish("sum-3", foreign);
  claim.reset();
  process.join();
}

TEST(SharedTasks, AskingCostsLittleWhereMuchIsClaimedByOthers) {
  struct Counting : SharedSink {
    std::unique_ptr<Claim> claim(const std::string& task) override {
      ++asked;
      return SharedSink::claim(task);
    }
    std::atomic<int> asked{0};
  } sink;
  std::vector<std::unique_ptr<Claim>> claims;
  for (int i = 0; i < 5; ++i) claims.push_back(sink.claim("sum-" + std::to_string(i)));
  ListeningWatcher watcher;
  sink.asked = 0;
  std::thread process([&] { run_tasks(tasks(), sink, watcher, 4, 1e9); });
  std::this_thread::sleep_for(500ms);
  const int asked = sink.asked;
  claims.clear();
  process.join();
  EXPECT_GE(asked, 10);          // again and again
  EXPECT_LE(asked, 6 + 5 * 10);  // every 50 ms, whatever the number of threads
}

TEST(Shards, PartsHoldEveryTaskOnceWithWhatItNeeds) {
  const auto all = dependent_tasks();
  std::map<std::string, int> seen;
  for (int part = 1; part <= 4; ++part) {
    const auto some = tasks_of({part, 4}, all);
    for (const Task& task : some) {
      ++seen[task.name];
      if (!task.needs) continue;
      ASSERT_LT(*task.needs, some.size());
      // "more-i" needs "sum-(5-i)", see sum_tasks.h.
      EXPECT_EQ(some[*task.needs].name, "sum-" + std::to_string(5 - (task.name.back() - '0')));
    }
  }
  EXPECT_EQ(seen.size(), all.size());
  for (const auto& [name, times] : seen) EXPECT_EQ(times, 1) << name;
  EXPECT_EQ(tasks_of({1, 1}, all).size(), all.size());
}

TEST(Shards, PartsTogetherMakeTheSameRecords) {
  MemorySink sink;
  CountingWatcher watcher;
  for (int part = 1; part <= 3; ++part)
    run_tasks(tasks_of({part, 3}, dependent_tasks()), sink, watcher, 1, 1e9);
  EXPECT_EQ(sink.records, undisturbed_tasks());
}

}  // namespace
}  // namespace vitrum::study
