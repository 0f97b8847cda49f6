#include "edge/store/whole_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "edge/store/byte_lock.h"
#include "in_a_child.h"
#include "temporary_folder.h"

namespace vitrum::store {
namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

/// Tries to write a megabyte over a small file: 0 when that fails with these words and leaves no trace.
int fails_without_trace(const std::filesystem::path& path, const std::string& words) {
  const std::string message =
      message_of<StorageError>([&] { write_whole(path, std::string(1u << 20u, 'n')); });
  if (!contains(message, path.string() + ": cannot be written: ") || !contains(message, words)) return 1;
  if (read_whole(path) != "old") return 2;
  return files_in(path.parent_path()) == 1 ? 0 : 3;
}

TEST(WholeFile, ComesBackEqualAndReplacesWhatWasThere) {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\nc", 5);
  write_whole(folder / "file", "first");
  write_whole(folder / "file", bytes);
  EXPECT_EQ(read_whole(folder / "file"), bytes);
  EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(WholeFile, HasTheRightsOfAnyNewFile) {
  const TemporaryFolder folder;
  const mode_t mask = umask(027);
  write_whole(folder / "file", "x");
  umask(mask);
  struct stat status {};
  ASSERT_EQ(stat((folder / "file").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
}

TEST(WholeFile, AMissingFolderGivesAMessage) {
  const TemporaryFolder folder;
  const std::string message = message_of<StorageError>([&] { write_whole(folder / "no/file", "x"); });
  EXPECT_TRUE(contains(message, "make sure that the folder exists")) << message;
}

TEST(WholeFile, AReadOnlyFolderGivesAMessage) {
  const TemporaryFolder folder;
  write_whole(folder / "file", "old");
  ASSERT_EQ(chmod(folder.path().c_str(), 0555), 0);
  const int result = in_a_child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return not_possible_here;  // root may write anywhere
    return fails_without_trace(folder / "file", "make the folder writable");
  });
  chmod(folder.path().c_str(), 0755);
  if (result == not_possible_here) GTEST_SKIP() << "rights cannot be given up here";
  EXPECT_EQ(result, 0);
}

TEST(WholeFile, ALimitOfFileSizeGivesAMessage) {
  const TemporaryFolder folder;
  write_whole(folder / "file", "old");
  EXPECT_EQ(in_a_child([&] {
              std::signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{100000, 100000};
              if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 98;
              return fails_without_trace(folder / "file", "raise the limit");
            }),
            0);
}

TEST(WholeFile, AFullDiskGivesAMessage) {
  const TemporaryFolder folder;
  const int result = in_a_child([&] {
    const int spaces = CLONE_NEWNS | (geteuid() == 0 ? 0 : CLONE_NEWUSER);
    if (unshare(spaces) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
      return not_possible_here;
    write_whole(folder / "file", "old");
    return fails_without_trace(folder / "file", "free some space");
  });
  if (result == not_possible_here) GTEST_SKIP() << "no small disk may be mounted here";
  EXPECT_EQ(result, 0);
}

TEST(WholeFile, UnfinishedOnesOfTheDeadAreRemovedAndThoseOfTheLivingStay) {
  const TemporaryFolder folder;
  const auto part = [&](const std::string& name) { return folder / (name + std::string(unfinished_suffix)); };
  std::ofstream(part("dead.1-0")) << "half";
  std::ofstream(part("alive.1-0")) << "half";
  std::ofstream(folder / "file") << "whole";
  const int alive = open(part("alive.1-0").c_str(), O_WRONLY);
  ASSERT_EQ(lock_byte(alive, 0, LockKind::exclusive), LockAnswer::granted);
  remove_unfinished(folder.path());
  EXPECT_FALSE(std::filesystem::exists(part("dead.1-0")));
  EXPECT_TRUE(std::filesystem::exists(part("alive.1-0")));
  EXPECT_TRUE(std::filesystem::exists(folder / "file"));
  close(alive);
  remove_unfinished(folder.path());
  EXPECT_FALSE(std::filesystem::exists(part("alive.1-0")));
}

TEST(WholeFile, WhoWritesAndWhoTidiesUpDoNotDisturbEachOther) {
  const TemporaryFolder folder;
  std::atomic<bool> done{false};
  std::thread tidying([&] {
    while (!done) remove_unfinished(folder.path());
  });
  for (int i = 0; i < 300; ++i) EXPECT_NO_THROW(write_whole(folder / "file", std::to_string(i))) << i;
  done = true;
  tidying.join();
  EXPECT_EQ(read_whole(folder / "file"), "299");
  EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(WholeFile, AKillAtAnyMomentLeavesTheOldOrTheNewOne) {
  const TemporaryFolder folder;
  const auto path = folder / "file";
  // Each content says how long it is and is one letter repeated, so that a mixture or a part shows.
  const auto content = [](std::size_t i) {
    return std::string(3000000 + i % 1000, static_cast<char>('a' + i % 26));
  };
  for (unsigned round = 0; round < 40; ++round) {
    kill_in_the_middle(
        [&](const auto& ready) {
          write_whole(path, content(round));
          ready();
          for (std::size_t i = round;; ++i) write_whole(path, content(i * 7919));
        },
        round * 211 % 8000);
    const std::string after = read_whole(path);
    ASSERT_GE(after.size(), 3000000u);
    ASSERT_EQ(after, std::string(after.size(), after.front())) << "in round " << round;
  }
}

}  // namespace
}  // namespace vitrum::store
