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

TEST(SeriesMean, FindsTheCorrelationTimeAndTheErrorOfAnAutoregressiveSeries) {
  const double phi = 0.9, time = 0.5 + phi / (1 - phi);
  const std::size_t entries = 100000;
  const SeriesMean found = series_mean(autoregressive(0, phi, entries));
  EXPECT_NEAR(found.correlation_time, time, 0.1 * time);
  EXPECT_NEAR(found.error, std::sqrt(2 * time / entries), 0.05 * std::sqrt(2 * time / entries));
  EXPECT_NEAR(found.mean, 0, 4 * found.error);
}

TEST(SeriesMean, TakesAConstantAsExact) {
  const SeriesMean found = series_mean(std::vector<double>(50, 2.5));
  EXPECT_EQ(found.mean, 2.5);
  EXPECT_EQ(found.error, 0);
}

TEST(Settling, OfStationarySeriesIsAStandardNormalNumber) {
  double squares = 0;
  int beyond_three = 0;
  const int series = 400;
  for (int k = 0; k < series; ++k) {
    const Settling found = settling(autoregressive(static_cast<std::uint64_t>(k), 0.9, 1000));
    squares += found.drift * found.drift;
    beyond_three += std::abs(found.drift) > 3;
    EXPECT_TRUE(found.long_enough);
  }
  // The error of each drift is itself estimated from some 25 independent entries a half.
  EXPECT_NEAR(std::sqrt(squares / series), 1, 0.25);
  EXPECT_LE(beyond_three, 0.03 * series);
}

TEST(Settling, SeesADriftThatASingleErrorBarWouldSwallow) {
  for (std::uint64_t k = 0; k < 20; ++k) {
    auto series = autoregressive(k, 0.5, 1000);
    for (std::size_t i = 0; i < series.size(); ++i) series[i] -= 0.002 * static_cast<double>(i);
    EXPECT_LT(settling(series).drift, -5);
  }
}

TEST(Settling, SeesARelaxationThatHasNotEnded) {
  for (std::uint64_t k = 0; k < 20; ++k) {
    auto series = autoregressive(k, 0.5, 1000);
    for (std::size_t i = 0; i < series.size(); ++i) {
      series[i] += 5 * std::exp(-static_cast<double>(i) / 300);
    }
    EXPECT_LT(settling(series).drift, -5);
  }
}

TEST(Settling, SaysWhenTheSeriesIsTooShortToJudge) {
  int judged = 0;
  for (std::uint64_t k = 0; k < 40; ++k) judged += settling(autoregressive(k, 0.998, 400)).long_enough;
  EXPECT_LE(judged, 10);
}

TEST(Settling, OfAnEmptySeriesHasNoDrift) { EXPECT_EQ(settling({}).drift, 0); }

}  // namespace
}  // namespace vitrum::atomistic
