#include "record/text_difference.h"

#include <gtest/gtest.h>

namespace vitrum {
namespace {

TEST(TextDifference, ShowsTheLinesThatDiffer) {
  EXPECT_EQ(line_difference("seed = 1\natoms = 1000\n", "seed = 1\natoms = 500\n", 5),
            "\n  there: atoms = 1000\n  now:   atoms = 500");
  EXPECT_EQ(line_difference("a\nb\n", "a\nb\n", 5), "");
  EXPECT_EQ(line_difference("", "a", 5), "\n  now:   a");
}

TEST(TextDifference, StopsAtTheNumberAskedFor) {
  EXPECT_EQ(line_difference("a\nb\nc\nd", "d", 2), "\n  there: a\n  there: b\n  there: and 1 more");
}

}  // namespace
}  // namespace vitrum
