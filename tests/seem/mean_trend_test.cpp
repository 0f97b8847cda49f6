#include "seem/mean_trend.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"

namespace vitrum::seem {
namespace {

double trend_of_values(const StatePoint& p) {
  return std::exp(-3 + 0.4 * p.stress - 200 * p.inelastic + 0.1 * p.stress * p.stress);
}

TEST(MeanTrend, FindsAnExactQuadraticAndAMeanUnderScatter) {
  RandomStream random(71, 0, Purpose::test);
  std::vector<StatePoint> states;
  std::vector<double> exact, scattered;
  for (int i = 0; i < 20000; ++i) {
    states.push_back({1 + random.normal(), 0.01 + 2e-3 * random.normal()});
    exact.push_back(trend_of_values(states.back()));
    // Exponential about its mean, some of them none at all.
    scattered.push_back(random.uniform() < 0.2 ? 0
                                               : -exact.back() / 0.8 * std::log(random.uniform_positive()));
  }
  // Few states lie beyond three deviations, where the trend is constant.
  const MeanTrend found(states, exact), noisy(states, scattered);
  for (const double stress : {-0.5, 1.0, 2.5})
    for (const double inelastic : {0.008, 0.012}) {
      const StatePoint at{stress, inelastic};
      EXPECT_NEAR(found(at) / trend_of_values(at), 1, 0.01);
      EXPECT_NEAR(noisy(at) / trend_of_values(at), 1, 0.1);
    }
  EXPECT_EQ(found({100, 0.01}), found({1000, 0.01}));
}

TEST(MeanTrend, OfRatesIsFoundFromCounts) {
  RandomStream random(72, 0, Purpose::test);
  std::vector<StatePoint> states;
  std::vector<double> exposure, exact, drawn;
  for (int i = 0; i < 4000; ++i) {
    states.push_back({1 + random.normal(), 0.01 + 2e-3 * random.normal()});
    exposure.push_back(10 + 200 * random.uniform());
    exact.push_back(exposure.back() * trend_of_values(states.back()));
    // Poisson: events of rate 1 until their sum exceeds the mean.
    int events = -1;
    for (double sum = 0; sum < exact.back(); ++events) sum -= std::log(random.uniform_positive());
    drawn.push_back(events);
  }
  const MeanTrend found = MeanTrend::of_rates(states, exposure, exact);
  const MeanTrend noisy = MeanTrend::of_rates(states, exposure, drawn);
  for (const double stress : {-0.5, 1.0, 2.5})
    for (const double inelastic : {0.008, 0.012}) {
      const StatePoint at{stress, inelastic};
      EXPECT_NEAR(found(at) / trend_of_values(at), 1, 0.01);
      EXPECT_NEAR(noisy(at) / trend_of_values(at), 1, 0.1);
    }
  EXPECT_EQ(MeanTrend::of_rates({{1, 1}}, {2}, {0})({0, 0}), 1);
  EXPECT_NEAR(MeanTrend::of_rates({{1, 1}, {2, 1}}, {2, 2}, {6, 4})({0, 0}), 2.5, 1e-12);
}

TEST(MeanTrend, OfFewValuesIsTheirMean) {
  const MeanTrend found({{1, 0.1}, {2, 0.2}, {3, 0.3}}, {1, 2, 6});
  EXPECT_NEAR(found({0, 0}), 3, 1e-14);
  EXPECT_EQ(MeanTrend()({5, 1}), 1);
  EXPECT_EQ(MeanTrend({{1, 1}}, {0})({5, 1}), 1);
  // States that do not differ tell no trend.
  EXPECT_NEAR(MeanTrend(std::vector<StatePoint>(30, {1, 0.1}), std::vector<double>(30, 2.5))({1, 0.1}), 2.5,
              1e-9);
}

}  // namespace
}  // namespace vitrum::seem
