#include "study/castellanos2021/stress_strain.h"

#include <gtest/gtest.h>

namespace vitrum::study::castellanos2021 {
namespace {

/// Stress slope * strain, from 0 to `end` in steps of 0.001.
SampleRecord line(double slope, int steps) {
  SampleRecord out;
  out.history.increment = 0.001;
  for (int k = 0; k <= steps; ++k) {
    State state;
    state.strain = 0.001 * k;
    state.stress.xy = slope * state.strain;
    out.history.states.push_back(state);
    out.history.leg.push_back(0);
  }
  return out;
}

TEST(FirstLeg, IsTheMeanAsFarAsAllGo) {
  const FirstLeg leg = first_leg({line(1, 5000), line(3, 3333)}, "glass");
  EXPECT_EQ(leg.samples, 2u);
  ASSERT_EQ(leg.mean.x.size(), 401u);
  EXPECT_NEAR(leg.mean.x.back(), 3.333, 1e-12);
  for (std::size_t i = 0; i < leg.mean.x.size(); ++i) {
    EXPECT_NEAR(leg.mean.value[i], 2 * leg.mean.x[i], 1e-9);
    EXPECT_NEAR(leg.mean.error[i], leg.mean.x[i], 1e-9);  // both are x away from the mean
  }
  EXPECT_LT(leg.trace.x.size(), 2000u);
  EXPECT_NEAR(leg.trace.y.back(), leg.trace.x.back(), 1e-12);
}

TEST(FirstLeg, IsEmptyWithoutForwardShear) {
  EXPECT_EQ(first_leg({}, "glass").samples, 0u);
  SampleRecord backward = line(1, 10);
  for (State& state : backward.history.states) state.strain *= -1;
  EXPECT_EQ(first_leg({backward}, "glass").samples, 0u);
}

}  // namespace
}  // namespace vitrum::study::castellanos2021
