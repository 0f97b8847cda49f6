#include "compare/posterior.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "compare/reference_covariance.h"
#include "compare/search_box.h"

namespace vitrum::compare {
namespace {

const std::vector<Parameter> parameters{{"x", -1, 1}, {"y", -1, 1}};

// Statistics s = A theta, four of them.
std::vector<double> linear_model(const Point& at) {
  return {at[0] + at[1], at[0] - 2 * at[1], 3 * at[1], 0.5 * at[0] + 1};
}

std::vector<StatisticsTrial> linear_trials() {
  RandomStream random(1, 0, Purpose::test);
  const SearchBox box(parameters);
  std::vector<StatisticsTrial> trials;
  for (const Point& unit : space_filling(40, 2, random)) {
    const Point at = box.from_unit(unit);
    trials.push_back({at, linear_model(at), std::vector<double>(4, 1e-4)});
  }
  return trials;
}

SummaryStatistics reference_of(const std::vector<double>& value, double deviation) {
  SummaryStatistics reference{{"a", "b", "c", "d"}, value, std::vector<double>(16, 0.0)};
  for (std::size_t k = 0; k < 4; ++k) reference.covariance[5 * k] = deviation * deviation;
  return reference;
}

TEST(Posterior, of_a_linear_model_is_the_normal_distribution_of_least_squares) {
  const Point truth{0.2, -0.3};
  const Posterior result =
      posterior(parameters, linear_trials(), reference_of(linear_model(truth), 0.1), 0, {}, 1);
  // A^T A = [[1 + 1 + 0.25, 1 - 2], [-1, 1 + 4 + 9]]; the covariance is 0.01 times its inverse.
  const double determinant = 2.25 * 14 - 1;
  EXPECT_NEAR(result.parameters[0].deviation, 0.1 * std::sqrt(14 / determinant), 0.004);
  EXPECT_NEAR(result.parameters[1].deviation, 0.1 * std::sqrt(2.25 / determinant), 0.002);
  EXPECT_NEAR(result.correlation[1], 1 / std::sqrt(14 * 2.25), 0.06);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& belief = result.parameters[i];
    EXPECT_NEAR(belief.mean, truth[i], 0.15 * belief.deviation);
    EXPECT_NEAR(result.best[i], truth[i], 1e-3);
    EXPECT_NEAR((belief.middle_68[1] - belief.middle_68[0]) / 2, belief.deviation, 0.1 * belief.deviation);
    EXPECT_NEAR((belief.middle_95[1] - belief.middle_95[0]) / 3.92, belief.deviation, 0.1 * belief.deviation);
  }
  EXPECT_TRUE(result.converged);
  EXPECT_EQ(result.degrees, 2);
  EXPECT_LT(result.chi_square, 0.01);
  EXPECT_EQ(result.discrepancy, 1);
  EXPECT_EQ(result.samples.size(), 500U);
}

TEST(Posterior, is_wider_by_birges_ratio_when_the_model_cannot_reproduce_everything) {
  // Normal to both columns of A, (1, 1, 0, 0.5) and (1, -2, 3, 0): what no theta can make.
  const std::vector<double> off{-2, 1, 4.0 / 3, 2};
  std::vector<double> value = linear_model({0.2, -0.3});
  double length = 0;
  for (const double x : off) length += x * x;
  for (std::size_t k = 0; k < 4; ++k) value[k] += 0.6 * off[k] / std::sqrt(length);
  const auto trials = linear_trials();
  const Posterior wide = posterior(parameters, trials, reference_of(value, 0.1), 0, {}, 1);
  PosteriorOptions plain;
  plain.discrepancy = false;
  const Posterior narrow = posterior(parameters, trials, reference_of(value, 0.1), 0, plain, 1);
  EXPECT_NEAR(wide.chi_square, 36, 0.5);  // (0.6/0.1)^2
  EXPECT_NEAR(wide.discrepancy, 18, 0.3);
  EXPECT_NEAR(wide.parameters[1].deviation / narrow.parameters[1].deviation, std::sqrt(18), 0.4);
  EXPECT_NEAR(wide.best[0], 0.2, 0.01);
  EXPECT_NEAR(wide.pulls[3].pull, -6 * 2 / std::sqrt(length), 0.1);
}

TEST(Posterior, few_realizations_of_the_reference_make_it_wider) {
  const auto reference = reference_of(linear_model({0.2, -0.3}), 0.1);
  const Posterior exact = posterior(parameters, linear_trials(), reference, 0, {}, 1);
  const Posterior few = posterior(parameters, linear_trials(), reference, 6, {}, 1);
  EXPECT_GT(few.parameters[0].middle_95[1] - few.parameters[0].middle_95[0],
            1.1 * (exact.parameters[0].middle_95[1] - exact.parameters[0].middle_95[0]));
}

TEST(Posterior, refuses_what_does_not_fit) {
  auto trials = linear_trials();
  auto reference = reference_of({0, 0, 0, 0}, 0.1);
  reference.covariance[0] = 0;
  EXPECT_THROW(posterior(parameters, trials, reference, 0, {}, 1), InputError);
  reference = reference_of({0, 0, 0, 0}, 0.1);
  EXPECT_THROW(posterior(parameters, trials, reference, 2, {}, 1), InputError);
  trials[3].value.pop_back();
  EXPECT_THROW(posterior(parameters, trials, reference, 0, {}, 1), InputError);
  EXPECT_THROW(posterior(parameters, {}, reference, 0, {}, 1), InputError);
}

TEST(ShrunkCovariance, reduces_correlations_as_their_variance_says) {
  // r = 0.5, n = 10: variance (1 - 0.25)^2 / 9 = 0.0625, over 0.25: a quarter.
  const auto result = shrunk_covariance({4, 1, 1, 1}, 10);
  EXPECT_NEAR(result.shrinkage, 0.25, 1e-12);
  EXPECT_NEAR(result.covariance[1], 0.75, 1e-12);
  EXPECT_EQ(result.covariance[0], 4);
  EXPECT_EQ(shrunk_covariance({4, 1, 1, 1}, 0).covariance[1], 1);
}

}  // namespace
}  // namespace vitrum::compare
