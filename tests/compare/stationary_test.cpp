#include "compare/stationary.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "histories.h"
#include "synthetic.h"

namespace vitrum::compare {
namespace {

void expect_estimate(const Estimate& found, double value, double error) {
  EXPECT_NEAR(found.value, value, 1e-12 + 1e-10 * std::abs(value));
  EXPECT_NEAR(found.error, error, 1e-12 + 1e-10 * std::abs(error));
}

TEST(StationarySummary, EqualsAnIndependentOne) {  // numbers of synthetic.py
  const StationarySummary summary = stationary_summary(synthetic::ensemble(0, 6, 5));
  EXPECT_EQ(summary.realizations, 6);
  expect_estimate(summary.stress_mean, 0.042838950832917055, 0.0655791290352064);
  expect_estimate(summary.stress_drift, -0.0031879458381531417, 0.0300246233780817);
  expect_estimate(summary.stress_std, 0.10312327662902258, 0.005214820923730254);
  expect_estimate(summary.events_per_strain, 333.2222222222222, 0.1111111111111048);
  expect_estimate(summary.drop_mean, 0.03962867120366733, 0.00013180113905770125);
  expect_estimate(summary.increment_mean, 0.039586817635270534, 1.8988467082549553e-05);
  expect_estimate(summary.raising_share, 0.0043346693386773555, 0.0003330687045873882);
  expect_estimate(summary.slips_per_event, 1.9996673346693388, 0.0008031614780556533);
  // All rises over all strain: the modulus, whatever happened on the way.
  expect_estimate(summary.slope, synthetic::modulus, 0);
}

TEST(StationarySummary, OfOneRealizationHasNoErrors) {
  const StationarySummary summary = stationary_summary({macroscale_sample(jumping_history(), 0, 1)});
  EXPECT_EQ(summary.events, 3);
  EXPECT_DOUBLE_EQ(summary.drop_mean.value, 1.25);
  EXPECT_DOUBLE_EQ(summary.raising_share.value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(summary.slope.value, 10);
  EXPECT_TRUE(std::isnan(summary.drop_mean.error));
}

TEST(StationarySummary, LeavesRealizationsWithoutEventsOutOfMeansOverEvents) {
  const auto with_events = macroscale_sample(jumping_history(), 0, 1);
  const auto without = macroscale_sample(jumping_history(), 0.8, 1);
  ASSERT_TRUE(without.drops.empty());
  const StationarySummary both = stationary_summary({with_events, without});
  EXPECT_DOUBLE_EQ(both.drop_mean.value, 1.25);
  EXPECT_DOUBLE_EQ(both.events_per_strain.value, 1.5);
  EXPECT_TRUE(std::isnan(stationary_summary({without}).drop_mean.value));
}

TEST(StationarySummary, NeedsARealization) { EXPECT_THROW(stationary_summary({}), InputError); }

}  // namespace
}  // namespace vitrum::compare
