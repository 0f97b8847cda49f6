#include "seem/replay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "known_map.h"
#include "seem/stochastic_map.h"
#include "stationary_map.h"

namespace vitrum::seem {
namespace {

StochasticMap map_of_stationary_glass(double strain) {
  const StationaryGlass glass;
  EventLibrary library(equal_width_grid({{0, 0.001}, {0.2, 0.009}}, 12, 50));
  for (std::uint64_t i = 0; i < 20; ++i)
    library.add(trajectory_of(glass.sample({0.02, 5e-3}, strain, 2e-2, RandomStream(41, i, Purpose::test)), 1,
                              glass.law()));
  // Of less, at a rate of 100, a bin without an event would say nothing.
  MapSettings settings;
  settings.least_exposure = 0.1;
  return {library, glass.law(), settings};
}

// A glass whose stationary distribution is known in closed form: harvested into bins and replayed, walkers
// come to that distribution.
TEST(Replay, ComesToTheStationaryDistribution) {
  const StationaryGlass glass;
  const StochasticMap map = map_of_stationary_glass(10);
  ReplaySettings settings;
  settings.walkers = 2000;
  for (const double increment : {0.0, 5e-4}) {
    settings.increment = increment;
    const Replay found = replay(map, {{0.02, 5e-3}}, {0, 0.5}, settings);
    // Ten intervals of equal probability.
    std::vector<int> counts(10);
    for (const auto& curve : found.curves)
      ++counts[static_cast<std::size_t>(10 * glass.below(std::max(0.0, curve[1].stress)))];
    double chi_square = 0;
    for (const int count : counts) chi_square += (count - 200.0) * (count - 200.0) / 200;
    EXPECT_LT(chi_square, 9 + 4 * std::sqrt(18)) << increment;
    const StateMoments& end = found.moments[1];
    EXPECT_NEAR(end.stress.value, 2 / glass.k(), 4 * end.stress.error);
    EXPECT_NEAR(end.stress_deviation * glass.k() / std::sqrt(2), 1, 0.08);
    EXPECT_NEAR(end.inelastic.value, glass.goal, 4 * end.inelastic.error + 2e-5);
    EXPECT_NEAR(end.inelastic_deviation / std::sqrt(glass.inelastic_variance()), 1, 0.08);
    EXPECT_LT(found.unvisited(), 0.05);
  }
}

TEST(Replay, IsTheSameOnAnyNumberOfThreads) {
  const StochasticMap map = map_of_stationary_glass(1);
  ReplaySettings settings;
  settings.walkers = 30;
  settings.threads = 1;
  const std::vector<StatePoint> starts{{0.02, 5e-3}, {0.04, 4e-3}};
  const Replay one = replay(map, starts, {0, 0.1, 0.3}, settings);
  settings.threads = 4;
  const Replay four = replay(map, starts, {0, 0.1, 0.3}, settings);
  EXPECT_EQ(one.curves, four.curves);
  EXPECT_EQ(one.counts, four.counts);
  EXPECT_EQ(one.curves[3][0], starts[1]);
  settings.seed = 2;
  EXPECT_NE(replay(map, starts, {0, 0.1, 0.3}, settings).curves, one.curves);
}

TEST(Replay, RefusesWhatMakesNoSense) {
  const StochasticMap map = map_of_stationary_glass(1);
  EXPECT_THROW(replay(map, {}, {0, 0.1}, {}), InputError);
  EXPECT_THROW(replay(map, {{0.02, 5e-3}}, {0.1, 0.1}, {}), InputError);
  EXPECT_THROW(replay(map, {{0.02, 5e-3}}, {}, {}), InputError);
}

std::vector<StateMoments> moments_of_glass(const KnownGlass& glass, std::uint64_t first, int samples,
                                           const StatePoint& start, const std::vector<double>& strains) {
  std::vector<std::vector<StatePoint>> curves;
  for (int i = 0; i < samples; ++i)
    curves.push_back(states_at(
        trajectory_of(glass.sample(start, strains.back(), 1e-3,
                                   RandomStream(first, static_cast<std::uint64_t>(i), Purpose::test)),
                      1, glass.law),
        strains));
  return moments_of(curves, strains);
}

// Harvested from some samples, compared with others: differences are those of chance. A wrong map is told.
TEST(Replay, AgreesWithHeldOutSamplesOfAKnownGlass) {
  const KnownGlass glass;
  std::vector<double> strains;
  for (int k = 0; k <= 20; ++k) strains.push_back(0.02 * k);
  EventLibrary library(equal_width_grid({{0, 0}, {0.08, 2e-3}}, 20, 20));
  for (std::uint64_t i = 0; i < 200; ++i)
    library.add(
        trajectory_of(glass.sample({0, 5e-4}, 0.4, 1e-3, RandomStream(42, i, Purpose::test)), 1, glass.law));
  const auto held_out = moments_of_glass(glass, 43, 100, {0, 5e-4}, strains);
  ReplaySettings settings;
  settings.walkers = 400;
  const StochasticMap map(library, glass.law, {});
  const Discrepancy right = discrepancy(replay(map, {{0, 5e-4}}, strains, settings).moments, held_out);
  EXPECT_EQ(right.strains, 20u);
  // Strains are correlated, so chi^2 of 20 of them varies more than that of 20 numbers.
  EXPECT_LT(right.stress.z, 2);
  EXPECT_LT(right.inelastic.z, 2);
  EXPECT_LT(right.stress.deviation, 0.2);
  ElasticLaw stiff = glass.law;
  stiff.modulus *= 1.1;
  const StochasticMap other(library, stiff, {});
  const Discrepancy wrong = discrepancy(replay(other, {{0, 5e-4}}, strains, settings).moments, held_out);
  EXPECT_GT(wrong.stress.z, 4);
  EXPECT_GT(wrong.stress.mean, 2 * right.stress.mean);
}

TEST(Replay, RefusesStartsAndIncrementsThatAreNone) {
  const StochasticMap map = map_of_stationary_glass(1);
  const double none = std::nan(""), infinite = std::numeric_limits<double>::infinity();
  const StatePoint start{0.02, 5e-3};
  const auto refused = [&](const StatePoint& from, const std::vector<double>& strains, double increment) {
    ReplaySettings settings;
    settings.walkers = 2;
    settings.increment = increment;
    EXPECT_THROW(replay(map, {start, from}, strains, settings), InputError)
        << from.stress << ", " << from.inelastic << ", " << increment;
  };
  refused({none, 5e-3}, {0, 0.1}, 0);
  refused({0.02, infinite}, {0, 0.1}, 0);
  refused({0.02, map.law().softening}, {0}, 0);
  refused(start, {0, 0.1}, -1e-4);
  refused(start, {0, 0.1}, none);
  refused(start, {0, 0.1}, infinite);
  refused(start, {none}, 0);
  refused(start, {0, infinite}, 0);
}

}  // namespace
}  // namespace vitrum::seem
