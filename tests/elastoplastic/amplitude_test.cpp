#include "elastoplastic/amplitude.h"

#include <gtest/gtest.h>

#include <cmath>

#include "kolmogorov_smirnov.h"

namespace vitrum::elastoplastic {
namespace {

// Paper 1, eq. 7, integrated: P(< x) = 1 - (1 - x / gamma_max)^chi.
TEST(Amplitude, FollowsTheBoundedPowerLaw) {
  std::uint64_t sample = 0;
  for (const double exponent : {0.5, 1.0, 2.25, 8.0}) {
    RandomStream random(22, sample++, Purpose::test);
    const double largest = 0.29;
    std::vector<double> values;
    double sum = 0;
    for (int i = 0; i < 100000; ++i) {
      values.push_back(BetaAmplitudes(exponent).draw(largest, random));
      ASSERT_GE(values.back(), 0);
      ASSERT_LT(values.back(), largest * (1 + 1e-15));
      sum += values.back();
    }
    const auto law = [&](double x) { return 1 - std::pow(1 - x / largest, exponent); };
    EXPECT_LT(test::kolmogorov_smirnov(values, law), 1.95) << exponent;
    EXPECT_NEAR(sum / 100000, largest / (1 + exponent), 4 * largest * 0.35 / std::sqrt(1e5));
  }
}

TEST(Amplitude, FixedOnesNeverGainEnergy) {
  RandomStream random(1, 0, Purpose::test);
  EXPECT_EQ(FixedAmplitudes(0.022).draw(0.5, random), 0.022);
  EXPECT_EQ(FixedAmplitudes(0.022).draw(0.01, random), 0.01);
  EXPECT_EQ(random.counter(), 0u);
}

// Paper 1, eq. 14: at gamma_max the dissipation, the product of slip and mean of the resolved stress before
// and after, is just zero.
TEST(Amplitude, LargestSlipDissipatesNothing) {
  const double tau = 0.8, self_stress = -7.3;
  const double largest = largest_amplitude(tau, self_stress);
  EXPECT_GT(largest, 0);
  EXPECT_NEAR(tau + 0.5 * self_stress * largest, 0, 1e-15);
}

}  // namespace
}  // namespace vitrum::elastoplastic
