#include "compare/stationary_errors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "base/error.h"
#include "csv_numbers.h"
#include "synthetic_calibration.h"

namespace vitrum::compare {
namespace {

/// A yardstick that knows stresses in four bins from 0 to 4 and local tests.
Yardstick by_hand() {
  Yardstick yardstick;
  yardstick.edges[0] = {0, 1, 2, 3, 4};
  yardstick.radius = 30;
  return yardstick;
}

CalibrationSample with_stresses(const std::vector<double>& stress) {
  MacroscaleSample sample;
  sample.stress = stress;
  return calibration_sample(sample, {}, {}, by_hand());
}

LocalYield local(double angle, double tau_i, double tau_c, double tau_f) {
  LocalYield test;
  test.radius = 30.3;
  test.angle = angle;
  test.tau_i = tau_i;
  test.tau_c = tau_c;
  test.tau_f = tau_f;
  return test;
}

// Shares 1/4 1/2 1/4 0 against 0 1/5 2/5 1/5, with 1/5 outside: 1/5 and 1/4 overlap.
TEST(StationaryErrors, Equation8ByHand) {
  const auto errors =
      plain_errors(by_hand(), with_stresses({0.5, 1.5, 1.6, 2.5}), with_stresses({1.2, 2.1, 2.9, 3.5, 17}));
  EXPECT_NEAR(errors.density[0].value(), 1 - 0.2 - 0.25, 1e-15);
  EXPECT_EQ(errors.macro, errors.density[0]);
  EXPECT_FALSE(errors.density[1] || errors.density[2] || errors.forward || errors.backward);
  EXPECT_EQ(errors.stat, *errors.macro);
}

// tau_i 1 and 3 (2 +- 1), tau_c 4 and 8 (6 +- 2), distance 3 and 5 (4 +- 1), drop 1 and 4 (2.5 +- 1.5),
// against tau_i 3 and 3 (3 +- 0), tau_c 6 and 9 (7.5 +- 1.5), distance 3 and 6 (4.5 +- 1.5), drop 2 and 3
// (2.5 +- 0.5).
TEST(StationaryErrors, Equation9ByHand) {
  const Yardstick yardstick = by_hand();
  const auto reference =
      calibration_sample({}, {local(0, 1, 4, 3), local(180, 3, 8, 4), local(45, 9, 9, 9)}, {}, yardstick);
  const auto model = calibration_sample({}, {local(0, 3, 6, 4), local(0, 3, 9, 6)}, {}, yardstick);
  const auto errors = plain_errors(yardstick, reference, model);
  const std::array expected{0.5, 0.25, 0.125, 0.0, 1.0, 0.25, 0.5, 2.0 / 3};
  double mean = 0;
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_NEAR(errors.local[0][k].value(), expected[k], 1e-12) << k;
    mean += expected[k] / 8;
  }
  EXPECT_NEAR(errors.forward.value(), mean, 1e-12);
  EXPECT_FALSE(errors.backward || errors.macro);
  EXPECT_EQ(errors.stat, *errors.forward);
}

TEST(StationaryErrors, ModelWithoutAValueIsAsWrongAsCanBe) {
  const Yardstick yardstick = by_hand();
  MacroscaleSample stresses;
  stresses.stress = {1, 2};
  const auto reference =
      calibration_sample(stresses, {local(90, 1, 4, 3), local(90, 3, 8, 4)}, {}, yardstick);
  const auto errors = plain_errors(yardstick, reference, with_stresses({}));
  EXPECT_EQ(errors.macro, 1);
  EXPECT_EQ(errors.backward, 1);
  EXPECT_EQ(errors.stat, 1);
}

TEST(StationaryErrors, TestsWithoutInstabilityTellTheirStressAlone) {
  LocalYield stable = local(0, 5, 7, 7);
  stable.found = false;
  const auto sample = calibration_sample({}, {stable, local(0, 1, 2, 1)}, {}, by_hand());
  EXPECT_EQ(sample.stationary[0][0].number, 2);
  EXPECT_EQ(sample.stationary[0][1].number, 1);
}

/// Numbers of tests/reference/calibration/errors.py.
class ErrorsAgainstNumpy : public testing::Test {
 protected:
  Reference reference_ = synthetic::calibration_ensemble(0, 6, 5, 1.0);
  Reference model_ = synthetic::calibration_ensemble(100, 10, 7, 1.2);
  Yardstick yardstick_ = yardstick_of(reference_, 12, 10);
  std::vector<CalibrationSample> of_reference_ = calibration_samples(reference_, yardstick_);
  std::vector<CalibrationSample> of_model_ = calibration_samples(model_, yardstick_);
};

TEST_F(ErrorsAgainstNumpy, ErrorsAndTheirErrors) {
  const StationaryErrors found = stationary_errors(yardstick_, of_reference_, of_model_, 3000, 7);
  std::map<std::string, Estimate> by_name{{"macro", found.macro.value()},
                                          {"forward", found.forward.value()},
                                          {"backward", found.backward.value()},
                                          {"stat", found.stat},
                                          {"floor", {found.floor, 0}}};
  for (std::size_t q = 0; q < 3; ++q) by_name[macroscale_quantities[q]] = found.density[q].value();
  for (std::size_t angle = 0; angle < 2; ++angle)
    for (std::size_t k = 0; k < 8; ++k)
      by_name[std::string(local_magnitudes[k % 4]) + (k < 4 ? ".mean." : ".deviation.") +
              (angle == 0 ? "0" : "90")] = found.local[angle][k].value();
  const auto rows = named_rows("errors.csv");
  ASSERT_EQ(rows.size(), by_name.size());
  for (const auto& [name, numbers] : rows) {
    ASSERT_EQ(by_name.count(name), 1U) << name;
    const bool floor = name == "floor";
    EXPECT_NEAR(by_name[name].value, numbers.at(0), floor ? 0.03 * numbers.at(0) : 1e-10) << name;
    // 3000 resamples know a standard deviation to 1.3 % (2 standard errors of both: 5 %); L is not Gaussian.
    EXPECT_NEAR(by_name[name].error, numbers.at(1), 0.08 * numbers.at(1) + 1e-12) << name;
  }
  EXPECT_TRUE(found.missing.empty());
}

TEST_F(ErrorsAgainstNumpy, SummaryAndCovariance) {
  const SummaryStatistics found = summary_statistics(yardstick_, of_reference_);
  const auto rows = named_rows("summary.csv");
  ASSERT_EQ(found.names.size(), rows.size());
  std::map<std::string, std::size_t> at;
  for (std::size_t a = 0; a < rows.size(); ++a) at[found.names[a]] = a;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    const auto& numbers = rows[a].second;
    ASSERT_EQ(at.count(rows[a].first), 1U) << rows[a].first;
    const std::size_t mine = at[rows[a].first];
    EXPECT_NEAR(found.value[mine], numbers.at(0), 1e-10 * std::abs(numbers.at(0))) << rows[a].first;
    for (std::size_t b = 0; b < rows.size(); ++b) {
      const double scale = std::sqrt(numbers.at(a + 1) * rows[b].second.at(b + 1));
      EXPECT_NEAR(found.covariance[mine * rows.size() + at[rows[b].first]], numbers.at(b + 1), 1e-7 * scale)
          << rows[a].first << " with " << rows[b].first;
    }
  }
}

// The errors of local magnitudes are those of the realizations that were tested, however many others there
// are.
TEST_F(ErrorsAgainstNumpy, LocalCovarianceIsThatOfTheTestedRealizations) {
  std::vector<CalibrationSample> tested;
  for (const CalibrationSample& sample : of_reference_)
    if (has_tests(sample, 0)) tested.push_back(sample);
  ASSERT_LT(tested.size(), of_reference_.size());
  const SummaryStatistics all = summary_statistics(yardstick_, of_reference_);
  const SummaryStatistics some = summary_statistics(yardstick_, tested);
  const std::size_t size = all.value.size(), local = size - 16;
  for (std::size_t a = local; a < size; ++a)
    for (std::size_t b = local; b < size; ++b)
      EXPECT_NEAR(all.covariance[a * size + b], some.covariance[a * size + b],
                  1e-9 * std::sqrt(some.covariance[a * size + a] * some.covariance[b * size + b]))
          << all.names[a] << " with " << all.names[b];
}

TEST_F(ErrorsAgainstNumpy, SaysWhatTheReferenceLacks) {
  for (ReferenceSample& sample : reference_.samples) {
    sample.macroscale.drops.clear();
    std::erase_if(sample.stationary,
                  [](const LocalYield& test) { return test.angle == 90 && test.radius < 15; });
  }
  const Yardstick none_at_10 = [&] {
    Yardstick yardstick = yardstick_;
    yardstick.edges[1].clear();
    return yardstick;
  }();
  const auto found = stationary_errors(none_at_10, calibration_samples(reference_, none_at_10),
                                       calibration_samples(model_, none_at_10), 20, 1);
  ASSERT_EQ(found.missing.size(), 2U);
  EXPECT_NE(found.missing[0].find("density of stress drops"), std::string::npos);
  EXPECT_NE(found.missing[1].find("local tests at 90 degrees"), std::string::npos);
  EXPECT_FALSE(found.backward.has_value());
  EXPECT_NEAR(found.stat.value, (found.macro->value + found.forward->value) / 2, 1e-15);
  EXPECT_GT(found.stat.error, 0);
}

TEST_F(ErrorsAgainstNumpy, RefusesSingleRealizations) {
  const std::span<const CalibrationSample> one(of_reference_.data(), 1);
  EXPECT_THROW(stationary_errors(yardstick_, one, of_model_, 20, 1), InputError);
  EXPECT_THROW(stationary_errors(yardstick_, of_reference_, one, 20, 1), InputError);
  EXPECT_THROW(summary_statistics(yardstick_, one), InputError);
}

}  // namespace
}  // namespace vitrum::compare
