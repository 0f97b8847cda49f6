#include "compare/leg_path.h"

#include <gtest/gtest.h>

#include "histories.h"

namespace vitrum::compare {
namespace {

using Numbers = std::vector<double>;

TEST(LegPath, ShowsBothEndsOfEveryDrop) {
  const LegPath path = leg_path(jumping_history(), 0);
  EXPECT_EQ(path.strain, (Numbers{0, 0.3, 0.3, 0.4, 0.4, 0.8, 0.8, 1}));
  EXPECT_EQ(path.stress, (Numbers{0.5, 3.5, 2.5, 3.5, 3.75, 7.75, 4.75, 6.75}));
}

TEST(LegPath, BeginsWhereTheLegBeforeItEnded) {
  History history = jumping_history();
  history.leg = {0, 0, 0, 2, 2};
  EXPECT_EQ(leg_path(history, 2).strain, (Numbers{0.4, 0.8, 0.8, 1}));
  EXPECT_EQ(leg_path(history, 0).strain, (Numbers{0, 0.3, 0.3, 0.4, 0.4}));
  EXPECT_TRUE(leg_path(history, 1).empty());
  EXPECT_TRUE(leg_path(History{}, 0).empty());
}

// Under a given stress the strain goes on in an event; an event after a waiting time of 3.
TEST(LegPath, FollowsAStrainThatJumpsInTime) {
  History history;
  history.states = {state_at(0.1, 0.5), state_at(0.14, 0.5)};
  history.states[1].time = 3;
  history.leg = {0, 1};
  history.events = {event_at(1, 0.14, 0.5, 0.5)};
  history.events[0].strain_jump = 0.03;
  const LegPath path = leg_path(history, 1);
  ASSERT_EQ(path.strain.size(), 3U);
  EXPECT_DOUBLE_EQ(path.strain[1], 0.11);
  EXPECT_EQ(path.time, (Numbers{0, 3, 3}));
}

}  // namespace
}  // namespace vitrum::compare
