#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace vitrum {
namespace {

TEST(ParallelFor, CallsEachTaskOnce) {
  for (const int threads : {1, 2, 5}) {
    std::vector<std::atomic<int>> calls(100);
    parallel_for(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });
    for (const auto& n : calls) EXPECT_EQ(n, 1);
  }
}

TEST(ParallelFor, RethrowsTheExceptionOfATask) {
  for (const int threads : {1, 2}) {
    try {
      parallel_for(50, threads, [](std::size_t i) {
        if (i == 17) throw std::runtime_error("task 17");
      });
      FAIL() << "no exception";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "task 17");
    }
  }
}

}  // namespace
}  // namespace vitrum
