#include "seem/path_drift.h"

#include <gtest/gtest.h>

#include <cmath>

#include "records.h"

namespace vitrum::seem {
namespace {

const ElasticLaw stiff{2, 1, 10};
const ElasticLaw soft{2, 1, 10, 0.4};  // tau_A

/// Loaded to `strain` without an event, under one law, and read by another.
Trajectory quiet(const ElasticLaw& law, const ElasticLaw& read_by, double strain) {
  ExactSpecimen specimen(law, 1, {0, 1e-3}, strain / 5);
  for (int i = 0; i < 5; ++i) {
    specimen.load(strain / 5);
    specimen.record();
  }
  return trajectory_of(specimen.history, 1, read_by);
}

/// What stiff has for X_1 at the end: Omega tau^4 / (2 G_0 tau_A^2) is missing in it, over the strain; to
/// first order in X_1/u_A, 1e-4.
double drift(double strain) {
  const double tau = soft.stress_at(strain, 1e-3);
  return soft.volume * std::pow(tau, 4) / (2 * soft.modulus * soft.tau_a * soft.tau_a) / strain;
}

TEST(PathDrift, VanishesByTheLawItself) {
  const Estimate found = inelastic_drift_of_paths({quiet(soft, soft, 0.1), quiet(soft, soft, 0.05)});
  EXPECT_NEAR(found.value, 0, 1e-12);
  EXPECT_NEAR(found.error, 0, 1e-12);
}

TEST(PathDrift, IsWhatTheLawLeavesOut) {
  const double one = drift(0.1), other = drift(0.05);
  const Estimate found = inelastic_drift_of_paths({quiet(soft, stiff, 0.1), quiet(soft, stiff, 0.05)});
  EXPECT_NEAR(found.value, (2 * one + other) / 3, 1e-3 * one);
  EXPECT_NEAR(found.error, std::abs(one - other) / 2, 1e-3 * one);
}

TEST(PathDrift, OfOneSpecimenHasNoError) {
  EXPECT_TRUE(std::isnan(inelastic_drift_of_paths({quiet(soft, stiff, 0.1)}).error));
  EXPECT_TRUE(std::isnan(inelastic_drift_of_paths({}).value));
}

// What leads back does not count.
TEST(PathDrift, IsThatOfForwardLoading) {
  ExactSpecimen specimen(soft, 1, {0, 1e-3}, 0.1);
  specimen.load(0.1);
  specimen.record();
  specimen.load(-0.05);
  specimen.record();
  const Trajectory there_and_back = trajectory_of(specimen.history, 1, stiff);
  EXPECT_NEAR(inelastic_drift_of_paths({there_and_back}).value, drift(0.1), 1e-3 * drift(0.1));
}

}  // namespace
}  // namespace vitrum::seem
