#include "atomistic/settling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/random.h"

namespace vitrum::atomistic {
namespace {

// x_{k+1} = phi x_k + sqrt(1 - phi^2) g: unit variance, C(k) = phi^k, so the correlation time is
// 1/2 + phi / (1 - phi), and the variance of the mean of n >> time entries is 2 time / n.
std::vector<double> autoregressive(std::uint64_t sample, double phi, std::size_t entries) {
  RandomStream random(17, sample, Purpose::test);
  std::vector<double> series;
  double x = random.normal();
  for (std::size_t k = 0; k < entries; ++k) {
    series.push_back(x);
    x = phi * x + std::sqrt(1 - phi * phi) * random.normal();
  }
  return series;
}

TEST(SeriesMean, finds_the_correlation_time_and_the_error_of_an_autoregressive_series) {
  const double phi = 0.9, time = 0.5 + phi / (1 - phi);
  const std::size_t entries = 100000;
  const double error = std::sqrt(2 * time / entries);
  const SeriesMean found = series_mean(autoregressive(0, phi, entries));
  EXPECT_NEAR(found.correlation_time, time, 0.15 * time);
  EXPECT_NEAR(found.error, error, 0.08 * error);
  EXPECT_NEAR(found.mean, 0, 4 * error);
}

TEST(SeriesMean, of_independent_entries_has_the_plain_error) {
  const SeriesMean found = series_mean(autoregressive(2, 0.0, 20000));
  EXPECT_NEAR(found.error, std::sqrt(1.0 / 20000), 0.06 * std::sqrt(1.0 / 20000));
}

TEST(SeriesMean, takes_a_constant_as_exact) {
  const SeriesMean found = series_mean(std::vector<double>(50, 2.5));
  EXPECT_EQ(found.mean, 2.5);
  EXPECT_EQ(found.error, 0);
}

// As the energy of the glass former behaves: a third of its variance relaxes more slowly than the record
// is long. The sum of the correlations seen would make its drift several times as large.
TEST(Settling, of_stationary_series_is_a_number_of_order_one) {
  double squares = 0;
  int beyond_three = 0;
  const int count = 300;
  for (std::uint64_t k = 0; k < count; ++k) {
    const auto fast = autoregressive(2 * k, 0.4, 1000), slow = autoregressive(2 * k + 1, 0.999, 1000);
    std::vector<double> series;
    for (std::size_t i = 0; i < 1000; ++i) {
      series.push_back(std::sqrt(0.7) * fast[i] + std::sqrt(0.3) * slow[i]);
    }
    const Settling found = settling(series);
    EXPECT_NEAR(found.drift, (found.second - found.first) / found.error, 1e-12);
    squares += found.drift * found.drift;
    beyond_three += std::abs(found.drift) > 3;
  }
  EXPECT_LT(std::sqrt(squares / count), 1.2);
  EXPECT_GT(std::sqrt(squares / count), 0.4);
  EXPECT_LE(beyond_three, 0.01 * count);
}

TEST(Settling, sees_a_steady_drift_through_the_fluctuations) {
  for (std::uint64_t k = 0; k < 20; ++k) {
    auto series = autoregressive(k, 0.9, 1000);
    for (std::size_t i = 0; i < series.size(); ++i) series[i] -= 0.02 * static_cast<double>(i);
    EXPECT_LT(settling(series).drift, -6);
  }
}

TEST(Settling, sees_a_relaxation_that_has_hardly_begun) {
  for (std::uint64_t k = 0; k < 20; ++k) {
    auto series = autoregressive(k, 0.9, 1000);
    for (std::size_t i = 0; i < series.size(); ++i) {
      series[i] += 40 * std::exp(-static_cast<double>(i) / 1000);
    }
    EXPECT_LT(settling(series).drift, -6);
  }
}

TEST(Settling, says_when_the_series_is_too_short_to_judge) {
  int judged = 0;
  for (std::uint64_t k = 0; k < 40; ++k) judged += settling(autoregressive(k, 0.998, 400)).long_enough;
  EXPECT_LE(judged, 10);
  EXPECT_TRUE(settling(autoregressive(1, 0.9, 1000)).long_enough);
}

TEST(Settling, of_an_empty_series_has_no_drift) { EXPECT_EQ(settling({}).drift, 0); }

}  // namespace
}  // namespace vitrum::atomistic
