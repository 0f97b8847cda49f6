#include "compare/power_law.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "base/random.h"

namespace vitrum::compare {
namespace {

TEST(PowerLaw, FindsAnExactLaw) {
  const auto law = fit_power_law({1, 10, 100}, {{3, 0.1}, {0.3, 0.01}, {0.03, 0.001}});
  EXPECT_NEAR(law.exponent.value, -1, 1e-12);
  EXPECT_NEAR(law.amplitude.value, 3, 1e-12);
  EXPECT_NEAR(law.chi_squared, 0, 1e-20);
  EXPECT_EQ(law.points, 3u);
  // Equal relative errors e at ln x = 0, a, 2a: the error of the slope is e / (a sqrt 2).
  EXPECT_NEAR(law.exponent.error, (0.1 / 3) / (std::log(10) * std::sqrt(2)), 1e-12);
}

TEST(PowerLaw, ErrorsAreAsLargeAsTheScatterOfManyFits) {
  RandomStream random(5, 0, Purpose::test);
  double sum = 0, squares = 0, pull = 0;
  constexpr int fits = 2000;
  for (int i = 0; i < fits; ++i) {
    std::vector<double> x;
    std::vector<Estimate> y;
    for (const double width : {25.0, 50.0, 100.0, 200.0}) {
      const double exact = 0.04 * std::pow(width / 100, -0.94), error = (0.01 + 0.0001 * width) * exact;
      x.push_back(width);
      y.push_back({exact + error * random.normal(), error});
    }
    const auto law = fit_power_law(x, y);
    sum += law.exponent.value;
    squares += std::pow(law.exponent.value + 0.94, 2);
    pull += std::pow((law.exponent.value + 0.94) / law.exponent.error, 2);
  }
  EXPECT_NEAR(sum / fits, -0.94, 4 * std::sqrt(squares / fits / fits));
  EXPECT_NEAR(pull / fits, 1, 4 * std::sqrt(2.0 / fits));
}

TEST(PowerLaw, WithoutErrorsTheScatterTellsThem) {
  // ln y is 0, 1, 0 at ln x = 0, 1, 2: slope 0, residuals -1/3, 2/3, -1/3, one degree of freedom.
  const double e = std::exp(1);
  const auto law = fit_power_law({1, e, e * e}, {{1, NAN}, {e, NAN}, {1, NAN}});
  EXPECT_NEAR(law.exponent.value, 0, 1e-12);
  EXPECT_NEAR(law.exponent.error, std::sqrt((6.0 / 9) / 2), 1e-12);
  EXPECT_TRUE(std::isnan(fit_power_law({1, 2}, {{1, 0}, {2, 0}}).exponent.error));
}

TEST(PowerLaw, LeavesOutWhatHasNoLogarithm) {
  const auto law = fit_power_law({0, 1, 2, 4}, {{7, 1}, {1, 0.1}, {-1, 0.1}, {16, 1.6}});
  EXPECT_EQ(law.points, 2u);
  EXPECT_NEAR(law.exponent.value, 2, 1e-12);
  EXPECT_THROW(fit_power_law({1, 1}, {{1, 0.1}, {2, 0.1}}), InputError);
  EXPECT_THROW(fit_power_law({1, 2, 3}, {{1, 0.1}}), InputError);
}

}  // namespace
}  // namespace vitrum::compare
