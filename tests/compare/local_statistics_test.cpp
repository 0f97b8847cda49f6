#include "compare/local_statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <string>

#include "synthetic_local.h"

namespace vitrum::compare {
namespace {

const LocalMoments& moments(const LocalStatistics& statistics, const std::string& name) {
  std::size_t i = 0;
  while (local_quantities()[i].name != name) ++i;
  return statistics.moments.at(i);
}

const LocalQuantity& quantity(const std::string& name) {
  std::size_t i = 0;
  while (local_quantities()[i].name != name) ++i;
  return local_quantities()[i];
}

void expect(const Estimate& found, double value, double error) {
  EXPECT_NEAR(found.value, value, 1e-13);
  EXPECT_NEAR(found.error, error, 1e-13);
}

TEST(LocalStatistics, EqualsIndependentNumbers) {  // of synthetic_local.py
  const auto statistics = local_statistics(synthetic::local_tests(5));
  ASSERT_EQ(statistics.size(), 6u);  // by radius, then by angle
  const LocalStatistics &first = statistics[0], &last = statistics[5];
  EXPECT_EQ(first.radius, 5);
  EXPECT_EQ(first.angle, 0);
  EXPECT_EQ(first.tests, 130);
  EXPECT_EQ(first.realizations, 5);
  EXPECT_NEAR(first.not_found, 0.11538461538461539, 1e-15);
  expect(moments(first, "von_mises").mean, 0.35853259825717876, 0.018981611332690943);
  expect(moments(first, "tau_i").mean, 0.2018609751812929, 0.023769057394929512);
  expect(moments(first, "tau_c").mean, 0.33294679009289907, 0.02598470962101979);
  expect(moments(first, "distance").deviation, 0.10109965090878208, 0.0023473141256306605);
  expect(moments(first, "drop").mean, 0.026035515704150646, 0.0017305267490582187);
  expect(moments(first, "critical_strain").mean, 0.014144770512578955, 0.00022302614779093127);
  expect(first.negative, 0.14782608695652175, 0.025893756704754536);
  EXPECT_EQ(last.radius, 10);
  EXPECT_EQ(last.angle, 90);
  expect(moments(last, "tau_c").mean, -0.10869850055542413, 0.016847883549640223);
  expect(moments(last, "tau_c").deviation, 0.32530121957242325, 0.01578959638273944);
  expect(moments(last, "drop").deviation, 0.018888457152955028, 0.0006376862364115445);
  expect(last.negative, 0.5726495726495726, 0.0261280262354053);
}

TEST(LocalStatistics, CountsNegativeYieldStressesAsTheAngleCriterionDoes) {  // paper 1, eq. 12
  int negative = 0, all = 0;
  for (const auto& realization : synthetic::local_tests(5))
    for (const LocalYield& test : realization) {
      const double away = std::abs(std::remainder(test.angle - test.stress_angle(), 180));
      const double share = -test.distance() / test.von_mises();
      // A patch whose distance exceeds its stress yields at a positive one, however it is sheared.
      const bool criterion = share >= -1 && away > 0.5 * std::acos(share) / synthetic::radian;
      EXPECT_EQ(test.tau_c < 0, criterion) << test.tau_c << " at " << away << " degrees";
      negative += criterion ? 1 : 0;
      ++all;
    }
  EXPECT_GT(negative, 50);
  EXPECT_GT(all - negative, 50);
}

LocalYield with(double tau_i, double tau_c, bool found) {
  LocalYield test;
  test.radius = 3;
  test.elements = 2;
  test.tau_i = tau_i;
  test.tau_c = tau_c;
  test.found = found;
  return test;
}

TEST(LocalStatistics, LeavesOutTestsThatFoundNothing) {
  const auto found = local_statistics({{with(1, 2, true), with(3, 100, false)}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].tests, 2);
  EXPECT_EQ(found[0].elements, 2);
  EXPECT_EQ(found[0].not_found, 0.5);
  EXPECT_EQ(moments(found[0], "tau_i").mean.value, 2);  // known before the test
  EXPECT_EQ(moments(found[0], "tau_c").mean.value, 2);
  EXPECT_EQ(moments(found[0], "tau_c").deviation.value, 0);
  EXPECT_TRUE(std::isnan(moments(found[0], "tau_c").mean.error));  // a single realization
}

TEST(LocalStatistics, AreNotANumberWhereNothingWasFound) {
  const auto found = local_statistics({{with(1, 2, false)}, {with(3, 2, false)}});
  EXPECT_TRUE(std::isnan(moments(found[0], "distance").mean.value));
  EXPECT_TRUE(std::isnan(found[0].negative.value));
  EXPECT_EQ(moments(found[0], "tau_i").mean.value, 2);
  EXPECT_EQ(moments(found[0], "tau_i").mean.error, 1);
}

TEST(LocalStatistics, AreEmptyWithoutTests) {
  EXPECT_TRUE(local_statistics({}).empty());
  EXPECT_TRUE(local_statistics({{}, {}}).empty());
  EXPECT_TRUE(local_density({}, quantity("drop"), 5).edges.empty());
  EXPECT_TRUE(local_density({{with(1, 2, false)}}, quantity("drop"), 5).edges.empty());
  EXPECT_TRUE(drop_against_yield_stress({{with(1, 2, true)}}, 2).x.empty());
}

TEST(LocalTests, AreThoseOfOneRadiusAndAngle) {
  const LocalTests tests{{with(1, 2, true)}, {}};
  EXPECT_EQ(tests_of(tests, 3, 0).size(), 1u);  // realizations without such tests are none
  EXPECT_TRUE(tests_of(tests, 3, 90).empty());
  EXPECT_TRUE(tests_of(tests, 2, 0).empty());
}

TEST(LocalDensity, EqualsAnIndependentHistogram) {  // of synthetic_local.py
  const auto density = local_density(tests_of(synthetic::local_tests(5), 10, 90), quantity("distance"), 6);
  ASSERT_EQ(density.density.size(), 6u);
  EXPECT_NEAR(density.edges.front(), 0.0100234432764158, 1e-14);
  EXPECT_NEAR(density.edges.back(), 0.19307723641294566, 1e-14);
  EXPECT_NEAR(density.density[0], 10.925750107282992, 1e-11);
  EXPECT_NEAR(density.error[0], 1.1619425241795882, 1e-11);
  EXPECT_NEAR(density.density[5], 2.241179509186255, 1e-11);
  EXPECT_NEAR(density.error[5], 0.21492880551714016, 1e-11);
  const double width = density.edges[1] - density.edges[0];
  EXPECT_NEAR(std::accumulate(density.density.begin(), density.density.end(), 0.0) * width, 1, 1e-14);
}

TEST(DistanceDensity, CountsWhatWasFoundInBinsOfEqualRatio) {
  const auto density = distance_density({{with(1, 2.125, true), with(3, 4.125, true), with(1, 51, false)},
                                         {with(2, 2, true), with(1, 6, true)}});
  EXPECT_EQ(density.events, 4);  // a distance of 0 is one, and lies in no bin
  ASSERT_EQ(density.edges.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(density.edges[i], std::pow(10, 0.2 * double(i)), 1e-14);
  EXPECT_NEAR(density.value[0], 0.5 / (density.edges[1] - density.edges[0]), 1e-14);
  EXPECT_EQ(density.value[1], 0);
  EXPECT_NEAR(density.value[3], 0.25 / (density.edges[4] - density.edges[3]), 1e-14);
  EXPECT_TRUE(distance_density({{with(1, 2, false)}}).edges.empty());
}

TEST(DropAgainstYieldStress, TakesEqualPortions) {  // numbers of synthetic_local.py
  const auto curve = drop_against_yield_stress(tests_of(synthetic::local_tests(5), 10, 90), 3);
  EXPECT_EQ(curve.realizations, 5);
  ASSERT_EQ(curve.x.size(), 3u);
  EXPECT_NEAR(curve.x[0], -0.4911327525632372, 1e-14);
  EXPECT_NEAR(curve.x[2], 0.2528656948903315, 1e-14);
  expect({curve.value[0], curve.error[0]}, 0.03907213410007304, 0.0008892198404848038);
  expect({curve.value[1], curve.error[1]}, 0.011801164206193206, 0.0003493380594083957);
  expect({curve.value[2], curve.error[2]}, 0.022869048528887596, 0.0027792788529811875);
}

}  // namespace
}  // namespace vitrum::compare
