#include "compare/reference.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "compare/stationary_errors.h"
#include "synthetic_calibration.h"

namespace vitrum::compare {
namespace {

TEST(Reference, YardstickSpansItAndTakesItsLargestRadius) {
  const Reference reference = synthetic::calibration_ensemble(0, 6, 5, 1.0);
  const Yardstick yardstick = yardstick_of(reference, 12, 0);
  EXPECT_EQ(yardstick.radius, 20);
  EXPECT_EQ(yardstick_of(reference, 12, 10).radius, 10);  // 9.9 is within 2 %
  for (std::size_t q = 0; q < 3; ++q)
    for (const CalibrationSample& sample : calibration_samples(reference, yardstick)) {
      double inside = 0;
      for (const double count : sample.counts[q]) inside += count;
      EXPECT_EQ(inside, sample.macroscale[q].number) << q;
    }
}

TEST(Reference, RisesLieBetweenEdges) {
  const Reference reference = synthetic::calibration_ensemble(0, 6, 5, 1.0);
  const double quantum = synthetic::modulus * synthetic::increment;
  const Yardstick yardstick = yardstick_of(reference, 12, 0);
  for (const double edge : yardstick.edges[2]) {
    if (edge == 0) continue;
    EXPECT_NEAR(std::abs(std::remainder(edge / quantum, 1)), 0.5, 1e-9);
  }
}

TEST(Reference, StressesMayBeMissing) {
  Reference reference = synthetic::calibration_ensemble(0, 6, 5, 1.0);
  reference.samples[1].macroscale.stress.clear();
  EXPECT_FALSE(yardstick_of(reference, 12, 0).edges[0].empty());
  for (ReferenceSample& sample : reference.samples) sample.macroscale.stress.clear();
  const Yardstick yardstick = yardstick_of(reference, 12, 0);
  EXPECT_TRUE(yardstick.edges[0].empty());
  EXPECT_EQ(yardstick.edges[2].size(), 13U);
}

TEST(Reference, QuenchedTestsAloneAreNoStationaryOnes) {
  Reference reference = synthetic::calibration_ensemble(0, 6, 5, 1.0);
  EXPECT_TRUE(yardstick_of(reference, 12, 0).stationary_tests);
  for (ReferenceSample& sample : reference.samples) sample.stationary.clear();
  const Yardstick yardstick = yardstick_of(reference, 12, 0);
  EXPECT_EQ(yardstick.radius, 20);
  EXPECT_FALSE(yardstick.stationary_tests);
}

// Means of -0.1, 0.2 and -0.05 in equal parts: 0.0167 +- 0.093. Deviations are 0.3 in all.
TEST(Reference, KnowsWhatItKnowsBadly) {
  Reference reference;
  for (const double drop : {-0.1, 0.2, -0.05}) {
    ReferenceSample sample;
    for (const double off : {-0.3, 0.3})
      for (const double angle : {0.0, 90.0}) {
        LocalYield test;
        test.radius = 10;
        test.angle = angle;
        test.tau_i = 1 + off;
        test.tau_c = 3 + 2 * off;
        test.tau_f = test.tau_c - (angle == 90 ? drop + off : 1 + off);
        sample.stationary.push_back(test);
      }
    reference.samples.push_back(sample);
  }
  const Yardstick yardstick = yardstick_of(reference, 12, 0);
  for (std::size_t angle = 0; angle < 2; ++angle)
    for (std::size_t k = 0; k < 8; ++k)
      EXPECT_EQ(yardstick.vague[angle][k], angle == 1 && k == 3) << angle << " " << k;
  const auto samples = calibration_samples(reference, yardstick);
  const StationaryErrors errors = stationary_errors(yardstick, samples, samples, 20, 1);
  EXPECT_FALSE(errors.local[1][3].has_value());
  EXPECT_EQ(errors.stat.value, 0);
  ASSERT_FALSE(errors.missing.empty());
  EXPECT_NE(errors.missing.back().find("mean drop at 90 degrees"), std::string::npos)
      << errors.missing.back();
}

// Three windows with means of 1 -+ 0.87 have a standard error of exactly 0.502 of their mean; nine more
// without tests change nothing (counted as realizations, they would make it 0.59; and of 1 -+ 0.80 0.54
// instead of 0.46).
TEST(Reference, WindowsWithoutTestsAreNoRealizationsOfLocalTests) {
  for (const auto& [spread, vague] : {std::pair{0.87, true}, std::pair{0.80, false}}) {
    Reference reference;
    for (int i = 0; i < 12; ++i) {
      ReferenceSample& sample = reference.samples.emplace_back();
      sample.macroscale.stress = {0.1, 0.2};
      if (i % 4 != 3) continue;
      const double drop = 1 + spread * (i / 4 - 1);
      for (const double angle : {0.0, 90.0})
        for (const double off : {-0.1, 0.1}) {
          LocalYield test;
          test.radius = 10;
          test.angle = angle;
          test.tau_i = 1 + off;
          test.tau_c = 3 + off;
          test.tau_f = test.tau_c - drop - off;
          sample.stationary.push_back(test);
        }
    }
    EXPECT_EQ(yardstick_of(reference, 12, 0).vague[0][3], vague) << spread;
  }
}

TEST(Reference, RefusesWhatIsNotThere) {
  const Reference reference = synthetic::calibration_ensemble(0, 3, 5, 1.0);
  try {
    yardstick_of(reference, 12, 30);
    FAIL() << "a radius that was not tested was taken";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("it has those of radius 9.9, 20"), std::string::npos)
        << error.what();
  }
  EXPECT_THROW(yardstick_of({"nothing", {{}, {}}}, 12, 0), InputError);
}

}  // namespace
}  // namespace vitrum::compare
