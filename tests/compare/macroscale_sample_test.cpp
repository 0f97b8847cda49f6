#include <gtest/gtest.h>

#include <numeric>

#include "base/error.h"
#include "compare/macroscale.h"
#include "histories.h"
#include "synthetic.h"

namespace vitrum::compare {
namespace {

TEST(MacroscaleSample, TakesGridPointsEventsAndWholeBranchesOfTheWindow) {
  const MacroscaleSample sample = macroscale_sample(jumping_history(), 0.3, 0.9);
  // Events with 0.3 < strain <= 0.9: the raise at 0.4 and the drop at 0.8.
  ASSERT_EQ(sample.drops.size(), 2u);
  EXPECT_DOUBLE_EQ(sample.drops[0], -0.25);
  EXPECT_DOUBLE_EQ(sample.drops[1], 3);
  ASSERT_EQ(sample.increments.size(), 2u);
  EXPECT_DOUBLE_EQ(sample.increments[0], 1);
  EXPECT_DOUBLE_EQ(sample.increments[1], 4);
  ASSERT_EQ(sample.stress.size(), 7u);
  EXPECT_NEAR(sample.stress.front(), 2.5, 1e-14);
  EXPECT_NEAR(sample.stress.back(), 5.75, 1e-14);
  EXPECT_NEAR(sample.from, 0.3, 1e-14);
  EXPECT_NEAR(sample.window, 0.6, 1e-14);
}

TEST(MacroscaleSample, DoesNotCutTheBranchThatTheWindowBeginsIn) {
  const MacroscaleSample sample = macroscale_sample(jumping_history(), 0.6, 1.0);
  ASSERT_EQ(sample.increments.size(), 1u);
  EXPECT_DOUBLE_EQ(sample.increments[0], 4);  // from the event at 0.4, not from 0.6
}

TEST(MacroscaleSample, IgnoresEventsOfLaterLegs) {
  History history = jumping_history();
  history.states.push_back(state_at(0.9, 5));
  history.leg.push_back(1);
  history.events.push_back(event_at(5, 0.9, 5.75, 5));
  EXPECT_EQ(macroscale_sample(history, 0.0, 1.0).drops.size(), 3u);
}

TEST(MacroscaleSample, RefusesAWindowThatTheHistoryDoesNotCover) {
  EXPECT_THROW(macroscale_sample(jumping_history(), 0.5, 1.1), InputError);
  EXPECT_THROW(macroscale_sample(jumping_history(), -0.1, 0.5), InputError);
  EXPECT_THROW(macroscale_sample(jumping_history(), 0.5, 0.5), InputError);
}

// Numbers of synthetic.py, which steps through every increment.
TEST(MacroscaleSample, EqualsAnIndependentStepByStepReading) {
  const MacroscaleSample sample = macroscale_sample(synthetic::history(3, 5), 0.5, 2.0);
  ASSERT_EQ(sample.stress.size(), 1501u);
  EXPECT_NEAR(sample.stress[0], -0.0014392732313979195, 1e-12);
  EXPECT_NEAR(sample.stress[1], -0.002468169508087925, 1e-12);
  EXPECT_NEAR(sample.stress[777], 0.020044211396406553, 1e-12);
  EXPECT_NEAR(sample.stress[1500], 0.06164680134593681, 1e-12);
  ASSERT_EQ(sample.drops.size(), 500u);
  EXPECT_EQ(sample.slips, 999);
  EXPECT_NEAR(sample.drops.front(), 0.014228896276690479, 1e-12);
  EXPECT_NEAR(sample.drops.back(), 0.004127292799510046, 1e-12);
  EXPECT_NEAR(sample.increments.front(), 0.0528, 1e-12);
  EXPECT_NEAR(std::accumulate(sample.increments.begin(), sample.increments.end(), 0.0), 19.8, 1e-10);
}

}  // namespace
}  // namespace vitrum::compare
