#include "compare/size_density.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace vitrum::compare {
namespace {

// A power law s^-1.5 between 1e-4 and 1, of which the density is known.
TEST(SizeDensity, OfAPowerLawIsThatLawWithinItsErrors) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> uniform(0, 1);
  std::vector<std::vector<double>> samples(40);
  const double a = std::pow(1e-4, -0.5), b = 1;
  for (auto& sizes : samples)
    for (int i = 0; i < 500; ++i) sizes.push_back(std::pow(a + (b - a) * uniform(random), -2));
  const SizeDensity density = size_density(samples);
  EXPECT_EQ(density.events, 20000);
  double integral = 0, chi = 0;
  int counted = 0;
  for (std::size_t k = 0; k < density.value.size(); ++k) {
    const double low = density.edges[k], high = density.edges[k + 1];
    integral += density.value[k] * (high - low);
    if (low < 1e-4 || high > 1 || density.value[k] == 0) continue;
    const double exact = (1 / std::sqrt(low) - 1 / std::sqrt(high)) / (a - b) / (high - low);
    chi += std::pow((density.value[k] - exact) / density.error[k], 2);
    ++counted;
  }
  EXPECT_NEAR(integral, 1, 1e-12);
  EXPECT_GE(counted, 17);
  EXPECT_LT(chi / counted, 2.2);
  EXPECT_GT(chi / counted, 0.2);
}

TEST(SizeDensity, CountsEventsWithoutASize) {
  const SizeDensity density = size_density({{0.1, -0.2, 0.3, 0.0}});
  EXPECT_EQ(density.events, 4);
  double integral = 0;
  for (std::size_t k = 0; k < density.value.size(); ++k)
    integral += density.value[k] * (density.edges[k + 1] - density.edges[k]);
  EXPECT_NEAR(integral, 0.5, 1e-12);
  EXPECT_EQ(density.error.front(), 0);
  EXPECT_TRUE(size_density({{}, {-1}}).edges.empty());
}

// Powers of ten lie on edges; rounding must not lose them.
TEST(SizeDensity, HoldsSizesOnItsEdges) {
  const SizeDensity density = size_density({{1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1}, {1e-5, 1}});
  double integral = 0;
  for (std::size_t k = 0; k < density.value.size(); ++k)
    integral += density.value[k] * (density.edges[k + 1] - density.edges[k]);
  EXPECT_NEAR(integral, 1, 1e-12);
}

// Ten avalanches in two samples: of sizes 1 (five), 2 (three), 3 and 7.
TEST(CountDensity, IsAProbabilityPerWholeNumber) {
  const SizeDensity density = count_density({{1, 1, 1, 2, 7}, {1, 1, 2, 2, 3}});
  EXPECT_EQ(density.edges, (std::vector<double>{0.5, 1.5, 2.5, 3.5, 5.5, 8.5}));
  const std::vector<double> expected{0.5, 0.3, 0.1, 0, 0.1 / 3};
  // Counts of the two samples 3 and 2, 1 and 2, 0 and 1, 0 and 0, 1 and 0: errors 1/2, of 5 events each.
  const std::vector<double> errors{0.1, 0.1, 0.1, 0, 0.1 / 3};
  for (std::size_t k = 0; k < expected.size(); ++k) {
    EXPECT_NEAR(density.value[k], expected[k], 1e-14) << k;
    EXPECT_NEAR(density.error[k], errors[k], 1e-14) << k;
  }
  EXPECT_TRUE(count_density({{}, {0}}).edges.empty());
}

}  // namespace
}  // namespace vitrum::compare
