#include "seem/crossing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"
#include "known_map.h"

namespace vitrum::seem {
namespace {

StateMoments mean_at(double strain, double stress, double inelastic, double error) {
  return {strain, 100, {stress, error}, {inelastic, error}, 10 * error, 10 * error, 0};
}

/// A straight line through (0.5, 0).
std::vector<StateMoments> straight(double tilt, double error) {
  std::vector<StateMoments> curve;
  for (int k = 0; k <= 10; ++k) curve.push_back(mean_at(0.1 * k, 0.1 * k, tilt * (0.1 * k - 0.53), error));
  return curve;
}

TEST(Crossing, OfTwoLinesIsTheirDistanceInErrors) {
  // Ranges 1 (stress) and 0.8 (X_1). Farthest before the intersection at tau = 0.53 are the beginnings,
  // farthest after it the ends of the flat line, seen from the tilted one, which in units of the ranges has a
  // slope of 1: the foot lies within it, at a distance of 0.47/sqrt(2).
  const Crossing found = crossing(straight(0, 0.02), straight(0.8, 0.02));
  EXPECT_NEAR(found.at.stress, 0.53, 1e-12);
  EXPECT_NEAR(found.at.inelastic, 0, 1e-12);
  EXPECT_NEAR(found.first_strain, 0.53, 1e-12);
  EXPECT_NEAR(found.second_strain, 0.53, 1e-12);
  // The end of the tilted line: 0.47 above the flat one's end in units of X_1's range, of errors 0.025 each.
  EXPECT_NEAR(found.after, 0.47 / (0.025 * std::sqrt(2)), 1e-9);
  EXPECT_NEAR(found.before, 0.53 / (0.025 * std::sqrt(2)), 1e-9);
  EXPECT_EQ(found.strength, found.after);
  const Crossing swapped = crossing(straight(0.8, 0.02), straight(0, 0.02));
  EXPECT_NEAR(swapped.strength, found.strength, 1e-12);
}

TEST(Crossing, NoneOfCurvesThatKeepTheirSides) {
  std::vector<StateMoments> above = straight(0.8, 0.02);
  for (StateMoments& m : above) m.inelastic.value += 0.5;
  EXPECT_EQ(crossing(straight(0, 0.02), above).strength, 0);
  EXPECT_EQ(crossing({}, {}).strength, 0);
}

std::vector<StateMoments> mean_of_samples(double inelastic, double yield_stress, std::uint64_t seed) {
  KnownGlass glass;
  std::vector<double> strains;
  for (int k = 0; k <= 40; ++k) strains.push_back(0.01 * k);
  std::vector<std::vector<StatePoint>> curves;
  for (std::uint64_t i = 0; i < 400; ++i) {
    glass.yield_stress = yield_stress;
    curves.push_back(
        states_at(trajectory_of(glass.sample({0, inelastic}, 0.4, 1e-2, RandomStream(seed, i, Purpose::test)),
                                1, glass.law),
                  strains));
  }
  return moments_of(curves, strains);
}

// Preparations of a glass that has two variables come together and stay so; two that differ in something
// else, here the yield stress, pass through each other.
TEST(Crossing, TellsAGlassOfTwoVariablesFromOneOfMore) {
  for (std::uint64_t seed = 50; seed < 60; seed += 2) {
    const Crossing found = crossing(mean_of_samples(2e-4, 0.05, seed), mean_of_samples(4e-4, 0.05, seed + 1));
    EXPECT_LT(found.strength, 4);
  }
  // The one of the lower yield stress begins at the lower X_1, and goes below the other to higher X_1.
  const Crossing found = crossing(mean_of_samples(2e-4, 0.04, 70), mean_of_samples(4e-4, 0.05, 71));
  EXPECT_GT(found.strength, 6);
  EXPECT_GT(found.at.inelastic, 4e-4);
}

}  // namespace
}  // namespace vitrum::seem
