#include "elastoplastic/shear_moduli.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/error.h"
#include "kolmogorov_smirnov.h"

namespace vitrum::elastoplastic {
namespace {

// One shape per case: the error rate of each is 1e-3.
TEST(ShearModuli, FollowTheWeibullDistributionOfTheirMean) {
  std::uint64_t sample = 0;
  for (const double shape : {0.8, 1.3, 2.0, 7.0}) {
    RandomStream random(31, sample++, Purpose::elastic_moduli);
    const double mean = 18.4;
    const auto moduli = weibull_shear_moduli(400, 250, mean, shape, random);
    ASSERT_EQ(moduli.size(), 100000u);
    const double scale = mean / std::tgamma(1 + 1 / shape);
    const auto weibull = [&](double g) { return 1 - std::exp(-std::pow(g / scale, shape)); };
    EXPECT_LT(test::kolmogorov_smirnov(moduli, weibull), 1.95) << shape;
    const double variance = scale * scale * std::tgamma(1 + 2 / shape) - mean * mean;
    EXPECT_NEAR(std::accumulate(moduli.begin(), moduli.end(), 0.0) / 1e5, mean,
                4 * std::sqrt(variance / 1e5));
  }
}

TEST(ShearModuli, AreOneUniformNumberEach) {
  RandomStream random(31, 0, Purpose::elastic_moduli), again(31, 0, Purpose::elastic_moduli);
  const auto moduli = weibull_shear_moduli(5, 3, 18.4, 1.3, random);
  EXPECT_EQ(random.counter(), 15u);
  for (const double modulus : moduli)
    EXPECT_NEAR(modulus,
                18.4 / std::tgamma(1 + 1 / 1.3) * std::pow(-std::log(again.uniform_positive()), 1 / 1.3),
                1e-12 * modulus);
}

TEST(ShearModuli, RefuseWhatIsNoDistribution) {
  RandomStream random(31, 0, Purpose::elastic_moduli);
  EXPECT_THROW(weibull_shear_moduli(0, 3, 18.4, 1.3, random), InputError);
  EXPECT_THROW(weibull_shear_moduli(3, 3, 0, 1.3, random), InputError);
  EXPECT_THROW(weibull_shear_moduli(3, 3, 18.4, -1, random), InputError);
  EXPECT_THROW(weibull_shear_moduli(3, 3, 18.4, 1e-5, random), InputError);
  EXPECT_THROW(weibull_shear_moduli(3, 3, std::nan(""), 1.3, random), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
