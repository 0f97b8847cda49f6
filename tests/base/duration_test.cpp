#include "base/duration.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum {
namespace {

TEST(Duration, IsSaidInTheUnitThatPeopleWouldTake) {
  EXPECT_EQ(duration_in_words(0), "0 s");
  EXPECT_EQ(duration_in_words(0.2), "1 s");
  EXPECT_EQ(duration_in_words(120), "120 s");
  EXPECT_EQ(duration_in_words(257), "4.3 min");
  EXPECT_EQ(duration_in_words(3600), "60 min");
  EXPECT_EQ(duration_in_words(7201), "2.1 h");
  EXPECT_EQ(duration_in_words(86400), "24 h");
  EXPECT_EQ(duration_in_words(10 * 86400.0), "10 days");
  EXPECT_EQ(duration_in_words(4756601706), "151 years");
  EXPECT_EQ(duration_in_words(1e30), "more than 100000 years");
  EXPECT_EQ(duration_in_words(std::nan("")), "unknown");
}

TEST(Duration, IsNeverLessThanWhatItIs) {
  EXPECT_EQ(duration_in_words(600), "10 min");
  EXPECT_EQ(duration_in_words(601), "11 min");
}

}  // namespace
}  // namespace vitrum
