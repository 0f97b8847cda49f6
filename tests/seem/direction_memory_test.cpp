#include "seem/direction_memory.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace vitrum::seem {
namespace {

const StateGrid two_rows({0, 1}, {0, 1, 2});

/// Loads by 1 from one stress to another at X_1 = 0.5 and has so many events at a strain of 0.9.
Trajectory loaded(double from, double to, int events, double drop) {
  Trajectory out;
  out.strain = {0, 1};
  out.states = {{from, 0.5}, {to, 0.5}};
  out.paths = {{1, {from, 0.5}, {to, 0.5}, 0}};
  for (int i = 0; i < events; ++i) out.events.push_back({0.9, {to, 0.5}, {drop, 0}, 0, true});
  return out;
}

DirectionMemory compared_as_one(const std::vector<Trajectory>& forward, const std::vector<Trajectory>& back) {
  const auto parts = direction_memory(forward, back, two_rows, 0.5, 1);
  EXPECT_EQ(parts.size(), 1U);
  return parts.at(0);
}

TEST(DirectionMemory, MirroredTwiceIsTheSame) {
  const Trajectory one = loaded(-0.5, 1.5, 2, 0.25);
  const Trajectory turned = mirrored(one);
  EXPECT_EQ(turned.states[1].stress, -1.5);
  EXPECT_EQ(turned.states[1].inelastic, 0.5);
  EXPECT_EQ(turned.paths[0].increment, -1);
  EXPECT_EQ(turned.events[0].jump.stress_drop, -0.25);
  EXPECT_FALSE(turned.events[0].forward);
  const Trajectory again = mirrored(turned);
  EXPECT_EQ(again.strain, one.strain);
  EXPECT_EQ(again.events[1].before, one.events[1].before);
  EXPECT_EQ(again.paths[0].from, one.paths[0].from);
  EXPECT_TRUE(again.events[0].forward);
}

// Forward, 2 strains in the upper bin have 4 + 2 events that take 0.1 each; back, 2 strains there have 3 + 1
// that take 0.3: 4 of 6 expected, and 1.2 of 0.6. Without the first specimen 1 of 2 and 0.3 of 0.2, without
// the second 3 of 4 and 0.9 of 0.4: deviations 0.25 and 0.75 of two values, errors half of them.
TEST(DirectionMemory, ComparesBinByBin) {
  const std::vector<Trajectory> forward{loaded(1.1, 1.9, 4, 0.1), loaded(1.1, 1.9, 2, 0.1)},
      back{loaded(1.1, 1.9, 3, 0.3), loaded(1.1, 1.9, 1, 0.3)};
  const DirectionMemory found = compared_as_one(forward, back);
  EXPECT_EQ(found.events, 4);
  EXPECT_NEAR(found.known, 1, 1e-12);
  EXPECT_NEAR(found.rate.value, 4.0 / 6, 1e-12);
  EXPECT_NEAR(found.rate.error, 0.125, 1e-12);
  EXPECT_NEAR(found.relaxation.value, 2, 1e-12);
  EXPECT_NEAR(found.relaxation.error, 0.375, 1e-12);
}

// The lower bin has half of the reversed strain, and no forward loading; what lies beyond the grid is not
// known, and what lies below zero stress does not count.
TEST(DirectionMemory, LeavesOutBinsThatForwardLoadingDoesNotKnow) {
  const std::vector<Trajectory> forward{loaded(1.1, 1.9, 1, 0.1), loaded(1.1, 1.9, 1, 0.1)};
  const std::vector<Trajectory> half{loaded(0.5, 1.5, 1, 0.1), loaded(0.5, 1.5, 1, 0.1)};
  EXPECT_NEAR(compared_as_one(forward, half).known, 0.5, 1e-12);
  std::vector<Trajectory> above = forward;
  for (Trajectory& one : above) one.paths.push_back({1, {1.5, 0.5}, {2.5, 0.5}, 1});
  EXPECT_NEAR(compared_as_one(forward, above).known, 0.5, 1e-12);
  const auto parts = direction_memory(forward, above, two_rows, 0.5, 2);
  ASSERT_EQ(parts.size(), 1U) << "nothing of the second half is known, so that it is left out";
  EXPECT_EQ(parts[0].to, 1);
  EXPECT_NEAR(parts[0].known, 1, 1e-12);
  std::vector<Trajectory> below = forward;
  for (Trajectory& one : below) one.paths.push_back({1, {-1.5, 0.5}, {-0.5, 0.5}, 1});
  EXPECT_NEAR(compared_as_one(forward, below).known, 1, 1e-12);
}

TEST(DirectionMemory, RefusesWhatTellsNothing) {
  const Trajectory upper = loaded(1.1, 1.9, 1, 0.1), lower = loaded(0.1, 0.9, 1, 0.1);
  EXPECT_THROW(direction_memory({upper}, {upper}, two_rows, 0.5, 1), InputError);
  EXPECT_THROW(direction_memory({upper, upper}, {upper}, two_rows, 0.5, 1), InputError);
  EXPECT_THROW(direction_memory({upper, upper}, {lower, lower}, two_rows, 0.5, 1), InputError);
}

}  // namespace
}  // namespace vitrum::seem
