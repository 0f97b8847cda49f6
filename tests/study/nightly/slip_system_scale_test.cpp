// Paper 1, A.1: with another number of slip systems only lambda changes, as lambda (N/36)^(1/k).
#include "study/slip_system_scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "recovered_truth.h"

namespace vitrum::study {
namespace {

TEST(SlipSystemScale, FollowsTheWeakestOfTheThresholds) {
  const Truth truth{2.18, 2.05, 2.25};
  Settings settings = recovery_study(Search::surrogate);
  settings.calibrate.samples = 48;
  settings.calibrate.slip_systems = {12, 36, 108};
  const Measured reference =
      measured(reference_of_truth(truth, settings.calibrate), settings.reference.bins, 0);
  MemorySink sink;
  CountingWatcher watcher;
  Rounds rounds(settings, reference, sink, watcher);
  const auto scales = scales_of_systems(lattice_of(truth), rounds);
  ASSERT_EQ(scales.size(), 3U);
  for (const ScaleOfSystems& one : scales) {
    const double expected = truth.scale * std::pow(one.slip_systems / 36.0, 1 / truth.shape);
    std::printf("N = %d: lambda %.3f, found %.3f +- %.3f\n", one.slip_systems, expected, one.scale.value,
                one.scale.error);
    EXPECT_NEAR(one.scale.value, expected, 3.5 * one.scale.error);
    EXPECT_LT(one.scale.error, 0.05 * expected);
  }
}

}  // namespace
}  // namespace vitrum::study
