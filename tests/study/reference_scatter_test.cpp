#include "study/reference_scatter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace vitrum::study {
namespace {

/// Values of stress about `mean`, in 40 bins of a reference whose stress goes from -1 to 1.
compare::CalibrationSample stresses(double mean, double deviation) {
  compare::CalibrationSample out;
  out.counts[0].assign(40, 0);
  for (int i = 0; i < 40; ++i) {
    const double stress = -1 + (i + 0.5) / 20;
    out.counts[0][static_cast<std::size_t>(i)] = 1000 / (20 * deviation * std::sqrt(2 * std::numbers::pi)) *
                                                 std::exp(-std::pow((stress - mean) / deviation, 2) / 2);
  }
  out.macroscale[0] = {1000, 1000 * mean, 1000 * (mean * mean + deviation * deviation)};
  out.window = 1;
  return out;
}

/// Glasses with mean stresses evenly spaced from -width to width; a model's mean stress is its one
/// coordinate, and its stress scatters more than theirs, whatever that is: the error is a smooth function.
std::vector<double> covariance_of(double width, int glasses) {
  Measured reference;
  for (int i = 0; i <= 40; ++i) reference.yardstick.edges[0].push_back(-1 + i / 20.0);
  for (int i = 0; i < glasses; ++i)
    reference.samples.push_back(stresses(width * (2.0 * i / (glasses - 1) - 1), 0.25));
  compare::SurrogateSearch search({{"mean", -0.5, 0.5}}, {}, 1);
  std::vector<compare::CalibrationSample> sums;
  std::vector<compare::Trial> trials;
  for (int i = 0; i <= 24; ++i) {
    const double mean = -0.5 + i / 24.0;
    sums.push_back(stresses(mean, 0.4));
    trials.push_back(trial_of({mean}, {sums.back()}, reference));
    trials.back().macro_error = trials.back().stat_error = 0.005;
  }
  search.tell(trials);
  return covariance_from_reference(search, sums, reference, 1);
}

// The mean of n glasses is known to their deviation over sqrt(n - 1), and the best model follows it. The
// deviation of n evenly spaced numbers from -w to w is w sqrt((n + 1) / (3 (n - 1))).
TEST(ReferenceScatter, IsThatOfTheMeanOfTheGlasses) {
  for (const int glasses : {6, 16}) {
    const auto covariance = covariance_of(0.1, glasses);
    ASSERT_EQ(covariance.size(), 1U);
    const double expected = 0.1 * std::sqrt((glasses + 1) / 3.0) / (glasses - 1);
    EXPECT_NEAR(std::sqrt(covariance[0]), expected, 0.25 * expected) << glasses;
  }
  EXPECT_LT(std::sqrt(covariance_of(0, 6)[0]), 1e-3);  // glasses that do not differ
}

TEST(ReferenceScatter, AddsToTheErrorOfTheSearch) {
  const JointErrors alone = joint_errors({3, 1}, {1, 0.5, 0.5, 1}, {});
  EXPECT_EQ(alone.error, (compare::Point{3, 1}));
  const JointErrors both = joint_errors({3, 1}, {1, 0.5, 0.5, 1}, {16, -1.5, -1.5, 3});
  EXPECT_NEAR(both.error[0], 5, 1e-12);
  EXPECT_NEAR(both.error[1], 2, 1e-12);
  EXPECT_NEAR(both.correlation[1], 0, 1e-12);  // 3 * 1 * 0.5 - 1.5
  EXPECT_EQ(both.correlation[0], 1);
}

}  // namespace
}  // namespace vitrum::study
