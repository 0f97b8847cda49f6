#include "edge/store/result_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <thread>

#include "base/error.h"
#include "edge/store/file.h"
#include "edge/store/whole_file.h"
#include "in_a_child.h"
#include "temporary_folder.h"

namespace vitrum::store {
namespace {

Group numbered(double x) {
  Group group;
  group.put("x", std::vector<double>(3000, x));
  return group;
}

Group provenance(const std::string& settings) {
  Group group;
  group.texts["version"] = "0.1.0";
  group.texts["settings"] = settings;
  return group;
}

/// What a process that does a study holds.
struct Working {
  Working(const std::filesystem::path& path, const std::string& study)
      : folder(path, provenance(""), study), claim(folder.claim("glass-000")) {}
  ResultFolder folder;
  std::unique_ptr<Claim> claim;
};

class ResultFolderTest : public ::testing::Test {
 protected:
  TemporaryFolder outer_;
  std::filesystem::path path_ = outer_ / "results/quick";
};

TEST_F(ResultFolderTest, KeepsRecordsAndCheckpoints) {
  {
    ResultFolder folder(path_, provenance(""));
    EXPECT_FALSE(folder.finished("glass-000").has_value());
    EXPECT_FALSE(folder.checkpoint("glass-000").has_value());
    folder.keep_checkpoint("glass-000", numbered(1));
    folder.keep_checkpoint("glass-000", numbered(2));
    EXPECT_EQ(folder.checkpoint("glass-000"), numbered(2));
    EXPECT_FALSE(folder.finished("glass-000").has_value());
    folder.keep_checkpoint("glass-001", numbered(5));
    folder.finish("glass-000", numbered(3));
  }
  ResultFolder again(path_, provenance(""));
  EXPECT_EQ(again.finished("glass-000"), numbered(3));
  EXPECT_FALSE(again.checkpoint("glass-000").has_value());
  EXPECT_EQ(again.checkpoint("glass-001"), numbered(5));
  EXPECT_EQ(finished_files(path_), std::vector<std::filesystem::path>{path_ / "glass-000.h5"});
}

TEST_F(ResultFolderTest, ListsFilesInTheOrderOfTheirNumbers) {
  ResultFolder folder(path_, provenance(""));
  std::vector<std::filesystem::path> files;
  for (const char* name : {"glass-009", "glass-010", "glass-100", "glass-999", "glass-999-local-0000",
                           "glass-1000", "lattice-000"}) {
    folder.finish(name, numbered(1));
    files.push_back(path_ / (std::string(name) + ".h5"));
  }
  EXPECT_EQ(finished_files(path_), files);
}

TEST_F(ResultFolderTest, StoresWhatMadeTheRecordWithDateAndTime) {
  ResultFolder folder(path_, provenance("seed = 1\n"));
  folder.finish("glass-000", numbered(1));
  const File file = read_file(path_ / "glass-000.h5", sample_kind);
  EXPECT_EQ(file.provenance.text("settings"), "seed = 1\n");
  const std::string date = file.provenance.text("date");  // 2026-01-31T12:00:00Z
  ASSERT_EQ(date.size(), 20u);
  EXPECT_EQ(date.substr(10, 1) + date.back(), "TZ");
  EXPECT_GE(file.provenance.number("wall_time"), 0);
  EXPECT_LT(file.provenance.number("wall_time"), 60);
}

TEST_F(ResultFolderTest, ADamagedCheckpointSaysWhichFileToRemove) {
  ResultFolder folder(path_, provenance(""));
  folder.keep_checkpoint("glass-000", numbered(1));
  const auto file = path_ / "checkpoint/glass-000.h5";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  const std::string message = message_of<InputError>([&] { folder.checkpoint("glass-000"); });
  EXPECT_EQ(message.substr(0, file.string().size() + 12), file.string() + ": is cut off");
  EXPECT_TRUE(contains(message, "or remove it and run its study again")) << message;
}

TEST_F(ResultFolderTest, ACheckpointIsNoRecord) {
  ResultFolder folder(path_, provenance(""));
  folder.keep_checkpoint("glass-000", numbered(1));
  std::filesystem::copy_file(path_ / "checkpoint/glass-000.h5", path_ / "glass-000.h5");
  EXPECT_TRUE(contains(message_of<InputError>([&] { folder.finished("glass-000"); }),
                       "holds a checkpoint of unfinished work"));
}

TEST_F(ResultFolderTest, RemovesWhatAKilledRunLeftUnfinished) {
  { ResultFolder folder(path_, provenance("")); }
  const std::string left = "glass-000.h5.17-0" + std::string(unfinished_suffix);
  for (const auto& folder : {path_, path_ / "checkpoint"}) std::ofstream(folder / left) << "half";
  std::ofstream(path_ / "notes.txt") << "kept";
  ResultFolder folder(path_, provenance(""));
  EXPECT_FALSE(std::filesystem::exists(path_ / left));
  EXPECT_FALSE(std::filesystem::exists(path_ / "checkpoint" / left));
  EXPECT_TRUE(std::filesystem::exists(path_ / "notes.txt"));
}

TEST_F(ResultFolderTest, RemovesTheCheckpointOfAFinishedTaskThatAKillLeft) {
  {
    ResultFolder folder(path_, provenance(""));
    folder.finish("glass-000", numbered(3));
    folder.keep_checkpoint("glass-000", numbered(2));  // as if it had come before
    folder.keep_checkpoint("glass-001", numbered(1));
    EXPECT_EQ(work_done(path_).finished, 1U);
    EXPECT_EQ(work_done(path_).begun, 1U);
  }
  ResultFolder folder(path_, provenance(""));
  EXPECT_FALSE(folder.checkpoint("glass-000").has_value());
  EXPECT_EQ(folder.checkpoint("glass-001"), numbered(1));
  EXPECT_EQ(folder.finished("glass-000"), numbered(3));
}

TEST_F(ResultFolderTest, NewRecordsAreTheLatestAlsoWhenTheClockWasSetBack) {
  { ResultFolder(path_, provenance("")).finish("glass-000", numbered(1)); }
  const auto ahead = std::filesystem::last_write_time(path_ / "glass-000.h5") + std::chrono::hours(5);
  std::filesystem::last_write_time(path_ / "glass-000.h5", ahead);
  { ResultFolder(path_, provenance("")).finish("glass-001", numbered(2)); }
  const auto date = [&](const char* name) {
    return read_file(path_ / name, sample_kind).provenance.text("date");
  };
  EXPECT_GT(date("glass-001.h5"), date("glass-000.h5"));
  EXPECT_GT(date("glass-001.h5"), utc_now());
}

TEST_F(ResultFolderTest, GivesATaskToOneAtATime) {
  ResultFolder first(path_, provenance(""), "study"), second(path_, provenance(""), "study");
  auto claim = first.claim("glass-000");
  ASSERT_TRUE(claim);
  EXPECT_FALSE(second.claim("glass-000"));
  EXPECT_FALSE(first.claim("glass-000")) << "two threads of a process exclude each other too";
  EXPECT_TRUE(second.claim("glass-001"));
  claim.reset();
  EXPECT_TRUE(second.claim("glass-000"));
  EXPECT_TRUE(first.claim("glass-000")) << "the claim of the line above has ended with it";
}

TEST_F(ResultFolderTest, AKilledProcessHoldsNothing) {
  ProcessAtWork other([&] { return std::make_unique<Working>(path_, "study 1"); });
  {
    ResultFolder folder(path_, provenance(""), "study 1");
    EXPECT_FALSE(folder.claim("glass-000"));
    EXPECT_TRUE(folder.claim("glass-001"));
    other.kill();
    EXPECT_TRUE(folder.claim("glass-000"));
  }
  EXPECT_NO_THROW(ResultFolder(path_, provenance(""), "study 2"));
}

TEST_F(ResultFolderTest, RefusesAnotherStudyWhileOneIsAtWork) {
  ProcessAtWork other([&] { return std::make_unique<Working>(path_, "atoms = 1\nseed = 2\n"); });
  EXPECT_EQ(message_of<InputError>([&] { ResultFolder(path_, provenance(""), "atoms = 3\nseed = 2\n"); }),
            path_.string() + ": another run, of other settings, is writing its results here: process " +
                std::to_string(other.id()) +
                " of this machine (results of different settings must not be mixed); wait for it, or choose "
                "another "
                "folder with --output. What differs:\n"
                "  there: atoms = 1\n  now:   atoms = 3");
  EXPECT_NO_THROW(ResultFolder(path_, provenance(""), "atoms = 1\nseed = 2\n"));
  // Whoever was there first has gone, but one of its study is left.
  auto left = std::make_unique<ResultFolder>(path_, provenance(""), "atoms = 1\nseed = 2\n");
  other.kill();
  EXPECT_THROW(ResultFolder(path_, provenance(""), "atoms = 3\n"), InputError);
  left.reset();
  EXPECT_NO_THROW(ResultFolder(path_, provenance(""), "atoms = 3\n"));
}

TEST_F(ResultFolderTest, LeavesTheUnfinishedFilesOfALiveProcess) {
  const std::string part = "glass-000.h5.17-0" + std::string(unfinished_suffix);
  ProcessAtWork other([&] {
    auto working = std::make_unique<Working>(path_, "study");
    std::ofstream(path_ / part) << "half";
    return working;
  });
  auto folder = std::make_unique<ResultFolder>(path_, provenance(""), "study");
  EXPECT_TRUE(std::filesystem::exists(path_ / part));
  other.kill();
  folder.reset();
  EXPECT_FALSE(std::filesystem::exists(path_ / part)) << "who is the last to go removes it";
}

TEST_F(ResultFolderTest, AKillAtAnyMomentLeavesReadableCheckpoints) {
  double last = 0;
  for (unsigned round = 0; round < 40; ++round) {
    kill_in_the_middle(
        [&](const auto& ready) {
          ResultFolder folder(path_, provenance(""));
          for (double x = last + 1;; ++x) {
            folder.keep_checkpoint("glass-000", numbered(x));
            if (x == last + 1) ready();
          }
        },
        round * 331 % 9000);
    ResultFolder folder(path_, provenance(""));
    const auto checkpoint = folder.checkpoint("glass-000");
    ASSERT_TRUE(checkpoint.has_value());
    const double x = checkpoint->doubles("x").front();
    ASSERT_EQ(*checkpoint, numbered(x));
    ASSERT_GT(x, last) << "an older checkpoint came back";
    last = x;
  }
}

TEST_F(ResultFolderTest, ServesSeveralThreadsAtOnce) {
  ResultFolder folder(path_, provenance(""));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([t, &folder] {
      const std::string task = "lattice-" + std::to_string(t);
      for (int i = 0; i < 5; ++i) folder.keep_checkpoint(task, numbered(i));
      folder.finish(task, numbered(t));
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(finished_files(path_).size(), 4u);
  for (int t = 0; t < 4; ++t) EXPECT_EQ(folder.finished("lattice-" + std::to_string(t)), numbered(t));
}

TEST_F(ResultFolderTest, FoldersThatCannotBeGiveAMessage) {
  std::ofstream(outer_ / "file") << "x";
  EXPECT_TRUE(contains(message_of<StorageError>([&] { ResultFolder(outer_ / "file", Group{}); }),
                       "file: is not a folder, and none can be made"));
  EXPECT_EQ(message_of<InputError>([&] { finished_files(outer_ / "none"); }),
            (outer_ / "none").string() + ": there is no such folder of results");
  EXPECT_TRUE(
      contains(message_of<InputError>([&] { finished_files(outer_.path()); }), "there are no results"));
  ResultFolder folder(path_, Group{});
  for (const std::string name : {"", "../x", "a/b", ".hidden"})
    EXPECT_THROW(folder.finished(name), std::invalid_argument) << name;
}

}  // namespace
}  // namespace vitrum::store
