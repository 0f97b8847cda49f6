#include "base/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace vitrum {
namespace {

// Known answer of Random123's own kat_vectors: philox4x64 10, counter 0, key 0.
TEST(RandomStream, EqualsThePublishedKnownAnswer) {
  RandomStream stream(0, 0, static_cast<Purpose>(0));
  EXPECT_EQ(stream.next(), 0x16554d9eca36314cULL);
  EXPECT_EQ(stream.next(), 0xdb20fe9d672d0fdcULL);
  EXPECT_EQ(stream.next(), 0xd7e772cee186176bULL);
  EXPECT_EQ(stream.next(), 0x7e68b68aec7ba23bULL);
}

TEST(RandomStream, SeekGivesTheSameNumbersAsDrawing) {
  RandomStream a(7, 3, Purpose::test);
  std::vector<std::uint64_t> words;
  for (int i = 0; i < 23; ++i) words.push_back(a.next());
  for (std::uint64_t at = 0; at < 23; ++at) {
    RandomStream b(7, 3, Purpose::test);
    b.seek(at);
    EXPECT_EQ(b.next(), words[at]) << at;
    EXPECT_EQ(b.counter(), at + 1);
  }
}

TEST(RandomStream, StreamsOfOtherSeedSampleOrPurposeDiffer) {
  RandomStream a(7, 3, Purpose::test), b(8, 3, Purpose::test), c(7, 4, Purpose::test),
      d(7, 3, Purpose::positions);
  const auto first = a.next();
  EXPECT_NE(first, b.next());
  EXPECT_NE(first, c.next());
  EXPECT_NE(first, d.next());
}

TEST(RandomStream, UniformAndNormalHaveTheirMoments) {
  RandomStream stream(11, 0, Purpose::test);
  constexpr int n = 200000;
  double u1 = 0, u2 = 0, z1 = 0, z2 = 0, z4 = 0;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    ASSERT_GE(u, 0);
    ASSERT_LT(u, 1);
    const double z = stream.normal();
    u1 += u, u2 += u * u, z1 += z, z2 += z * z, z4 += z * z * z * z;
  }
  // Five standard errors of each moment: var(u) = 1/12, var(u^2) = 4/45, var(z^2) = 2, var(z^4) = 96.
  EXPECT_NEAR(u1 / n, 0.5, 5 * std::sqrt(1.0 / 12 / n));
  EXPECT_NEAR(u2 / n, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / n));
  EXPECT_NEAR(z1 / n, 0, 5 * std::sqrt(1.0 / n));
  EXPECT_NEAR(z2 / n, 1, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(z4 / n, 3, 5 * std::sqrt(96.0 / n));
}

}  // namespace
}  // namespace vitrum
