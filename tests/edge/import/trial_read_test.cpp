#include "edge/import/trial_read.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace vitrum::imports {
namespace {

TEST(TrialRead, WorkThatEndsIsDoneElsewhere) {
  int done = 0;
  EXPECT_TRUE(comes_to_an_end([&] { ++done; }));
  EXPECT_EQ(done, 0);
  EXPECT_TRUE(comes_to_an_end([] { throw std::runtime_error("said by whoever does it again"); }));
}

TEST(TrialRead, WorkThatEndsItsProcessDoesNotEndThisOne) {
  EXPECT_FALSE(comes_to_an_end([] { std::raise(SIGKILL); }));
  EXPECT_FALSE(comes_to_an_end([] { _exit(3); }));
}

// As for a lock of a thread that the child does not have; Python has its own answer to SIGALRM.
TEST(TrialRead, WorkThatWaitsForeverIsEnded) {
  const auto before = std::signal(SIGALRM, SIG_IGN);
  EXPECT_FALSE(comes_to_an_end(
      [] {
        while (true) pause();
      },
      1));
  std::signal(SIGALRM, before);
}

}  // namespace
}  // namespace vitrum::imports
