#include "math/markov_chains.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"
#include "math/chain_convergence.h"

namespace vitrum {
namespace {

TEST(AdaptiveMetropolis, samples_a_narrow_oblique_normal_distribution) {
  // deviations 0.05 and 0.02, correlation 0.9, at (0.4, 0.6)
  const auto density = [](const std::vector<double>& x) {
    const double a = (x[0] - 0.4) / 0.05, b = (x[1] - 0.6) / 0.02;
    return -(a * a - 1.8 * a * b + b * b) / (2 * (1 - 0.81));
  };
  const auto chains =
      adaptive_metropolis(density, {{0.2, 0.5}, {0.5, 0.7}, {0.4, 0.6}, {0.3, 0.6}}, 5000, 3, Purpose::test);
  double n = 0, mean = 0, squares = 0, product = 0;
  for (const auto& chain : chains.chain)
    for (const auto& x : chain) {
      n += 1;
      mean += x[0];
      squares += (x[0] - 0.4) * (x[0] - 0.4);
      product += (x[0] - 0.4) * (x[1] - 0.6);
    }
  for (const double r_hat : chains.r_hat) EXPECT_LT(r_hat, 1.02);
  for (const double samples : chains.samples) {
    EXPECT_GT(samples, 1000);
    EXPECT_LT(samples, 5000);
  }
  EXPECT_NEAR(mean / n, 0.4, 0.006);
  EXPECT_NEAR(std::sqrt(squares / n), 0.05, 0.005);
  EXPECT_NEAR(product / n / (0.05 * 0.02), 0.9, 0.15);
  EXPECT_GT(chains.accepted, 0.15);
  EXPECT_LT(chains.accepted, 0.6);
}

TEST(AdaptiveMetropolis, fills_a_box_evenly_up_to_its_edge) {
  const auto chains = adaptive_metropolis([](const auto&) { return 0.0; }, {{0.1}, {0.9}, {0.5}, {0.5}}, 8000,
                                          4, Purpose::test);
  std::vector<double> share(5, 0);
  for (const auto& chain : chains.chain)
    for (const auto& x : chain) share[static_cast<std::size_t>(5 * x[0])] += 1.0 / (4 * 8000);
  for (const double part : share) EXPECT_NEAR(part, 0.2, 0.02);
}

TEST(AdaptiveMetropolis, refuses_a_start_outside) {
  EXPECT_THROW(adaptive_metropolis([](const auto&) { return -std::numeric_limits<double>::infinity(); },
                                   {{0.1}, {0.2}}, 1000, 4, Purpose::test),
               InputError);
}

TEST(ChainConvergence, knows_chains_that_disagree_and_how_much_correlated_ones_tell) {
  RandomStream random(5, 0, Purpose::test);
  std::vector<std::vector<double>> together(4), apart(4);
  for (std::size_t c = 0; c < 4; ++c) {
    double x = 0;
    for (int k = 0; k < 20000; ++k) {
      // Autoregression: neighbours correlated by 0.8, so that (1 + 0.8)/(1 - 0.8) = 9 steps are worth one.
      x = 0.8 * x + 0.6 * random.normal();
      together[c].push_back(x);
      apart[c].push_back(x + static_cast<double>(c));
    }
  }
  EXPECT_NEAR(effective_samples(together), 80000.0 / 9, 900);
  EXPECT_NEAR(split_r_hat(together), 1, 0.005);
  // Variance between means of 0, 1, 2, 3, each twice: 10/7; within: 1.
  EXPECT_NEAR(split_r_hat(apart), std::sqrt(1 + 10.0 / 7), 0.05);
}

}  // namespace
}  // namespace vitrum
