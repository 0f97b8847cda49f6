#include "math/phi_functions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vitrum {
namespace {

// phi_k(z) = integral from 0 to 1 of exp((1 - s) z) s^(k-1) / (k-1)! ds, by Gauss' rule of five points on
// many pieces, in long double.
long double integral(int k, long double z) {
  constexpr long double node[] = {0, 0.5384693101056830910363L, 0.9061798459386639927976L};
  constexpr long double weight[] = {0.5688888888888888888889L, 0.4786286704993664680413L,
                                    0.2369268850561890875143L};
  long double factorial = 1;
  for (int i = 2; i < k; ++i) factorial *= i;
  const auto integrand = [&](long double s) {
    return std::exp((1 - s) * z) * std::pow(s, static_cast<long double>(k - 1)) / factorial;
  };
  constexpr int pieces = 4000;
  long double sum = 0;
  for (int p = 0; p < pieces; ++p)
    for (int i = 0; i < 3; ++i)
      for (const int sign : {-1, 1}) {
        if (i == 0 && sign < 0) continue;
        sum += weight[i] * integrand((p + 0.5L + 0.5L * sign * node[i]) / pieces) / (2 * pieces);
      }
  return sum;
}

TEST(PhiFunctions, are_their_integrals) {
  for (int k = 1; k <= 4; ++k)
    for (const double z : {-2000.0, -50.0, -3.0, -1.0, -0.99, -0.3, -1e-9, 0.2, 0.999, 1.001, 4.0, 30.0}) {
      const auto expected = static_cast<double>(integral(k, static_cast<long double>(z)));
      EXPECT_NEAR(phi(k, z), expected, 2e-14 * std::abs(expected)) << k << " " << z;
    }
}

TEST(PhiFunctions, have_known_values_at_zero) {
  EXPECT_EQ(phi(0, 0), 1);
  EXPECT_EQ(phi(1, 0), 1);
  EXPECT_EQ(phi(2, 0), 0.5);
  EXPECT_DOUBLE_EQ(phi(3, 0), 1.0 / 6);
  EXPECT_DOUBLE_EQ(phi(0, -3), std::exp(-3.0));
}

}  // namespace
}  // namespace vitrum
