// The stated errors of an optimum hold the truth, whichever few glasses were measured and whichever random
// numbers the trials had.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "recovered_truth.h"

namespace vitrum::study {
namespace {

class StatedError : public testing::TestWithParam<std::uint64_t> {};

TEST_P(StatedError, HoldsTheTruthOfFewGlasses) {
  const std::uint64_t seed = GetParam();
  Settings settings = recovery_study(Search::surrogate);
  settings.study.seed = seed;
  const Truth truth{2.18, 2.05, 2.25};
  const CalibratedModel found =
      recovered(settings, reference_of_truth(truth, settings.calibrate, 8, 1000 + seed));
  const std::vector<double> wanted{truth.shape, truth.scale, truth.exponent};
  ASSERT_EQ(found.search_error.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const compare::Estimate& one = found.optimum[i];
    std::printf("%s: found %.3f, search %.3f, reference %.3f, pull %.2f\n", found.names[i].c_str(), one.value,
                found.search_error[i], found.reference_error[i], (one.value - wanted[i]) / one.error);
    EXPECT_LT(std::abs(one.value - wanted[i]), 2.5 * one.error) << found.names[i];
    EXPECT_NEAR(one.error, std::hypot(found.search_error[i], found.reference_error[i]), 1e-9 * one.error);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, StatedError, testing::Values(11, 12, 13, 14, 15, 16));

}  // namespace
}  // namespace vitrum::study
