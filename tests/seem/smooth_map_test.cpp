#include "seem/smooth_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "base/error.h"
#include "known_map.h"
#include "laws.h"
#include "seem/map_walker.h"

namespace vitrum::seem {
namespace {

std::vector<Trajectory> glasses(const KnownGlass& glass, std::uint64_t seed, std::uint64_t samples) {
  std::vector<Trajectory> trajectories;
  for (std::uint64_t i = 0; i < samples; ++i)
    trajectories.push_back(trajectory_of(
        glass.sample({0, 5e-4}, 0.4, 1e-3, RandomStream(seed, i, Purpose::test)), 1, glass.law));
  return trajectories;
}

SmoothSettings smooth_settings(double stress, double inelastic, double jump) {
  SmoothSettings settings;
  settings.bandwidth = {stress, inelastic, jump};
  return settings;
}

double kernel(const StatePoint& a, const StatePoint& b, const Bandwidth& width) {
  const double s = (a.stress - b.stress) / width.stress, x = (a.inelastic - b.inelastic) / width.inelastic;
  return std::exp(-0.5 * (s * s + x * x));
}

TEST(SmoothMap, RatesAreTheRatioOfTwoSumsOfKernels) {
  const KnownGlass glass;
  const auto samples = glasses(glass, 81, 3);
  SmoothSettings settings = smooth_settings(0.008, 3e-4, 0);
  settings.trends = false;
  const SmoothMap map(set_of(samples), glass.law, settings);
  int places = 0;
  for (const double stress : {0.03, 0.05, 0.065})
    for (const double inelastic : {6e-4, 1e-3}) {
      const std::size_t cell = map.grid().bin_of({stress, inelastic});
      const StatePoint at = map.grid().centre(cell);
      double events = 0, strain = 0;
      for (const Trajectory& sample : samples) {
        for (const PlasticEvent& event : sample.events)
          events += kernel(at, event.before, settings.bandwidth);
        for (const ElasticPath& path : sample.paths) {
          const StatePoint middle{0.5 * (path.from.stress + path.to.stress), path.from.inelastic};
          strain += path.increment * kernel(at, middle, settings.bandwidth);
        }
      }
      EXPECT_NEAR(map.rate(cell) / (events / strain), 1, 0.04) << stress << " " << inelastic;
      places += map.is_known(cell);
    }
  EXPECT_EQ(places, 6);
}

TEST(SmoothMap, RecoversAKnownLaw) {
  const KnownGlass glass;
  const auto samples = glasses(glass, 82, 60);
  const SmoothMap map(set_of(samples), glass.law, smooth_settings(0.003, 2e-4, 0.1));
  for (const double stress : {0.045, 0.06, 0.07}) {
    const StatePoint at{stress, 1e-3};
    const std::size_t cell = map.grid().bin_of(at);
    // Bias of the kernel: curvature and slope of the rate times the slope of the density, below 3 %; noise:
    // the events within the kernel are some 100 to 1000.
    EXPECT_NEAR(map.rate(cell) / glass.rate(map.grid().centre(cell)), 1, 0.15) << stress;
    double drop = 0, inelastic = 0, probability = 0;
    map.visit_jumps(cell, at, [&](double p, const Jump& jump) {
      probability += p, drop += p * jump.stress_drop, inelastic += p * jump.inelastic;
    });
    EXPECT_NEAR(probability, 1, 1e-9);
    EXPECT_NEAR(drop / glass.mean_drop(), 1, 0.2);
    EXPECT_NEAR(inelastic, glass.mean_inelastic(at), 0.2 * 0.3 * at.stress * glass.mean_drop());
  }
}

TEST(SmoothMap, DrawsWithTheProbabilitiesThatItTells) {
  const KnownGlass glass;
  const auto samples = glasses(glass, 83, 1);
  const SmoothMap map(set_of(samples), glass.law, smooth_settings(0.006, 3e-4, 0));
  const StatePoint at{0.06, 9e-4};
  const std::size_t cell = map.grid().bin_of(at);
  std::map<double, double> expected, found;
  map.visit_jumps(cell, at, [&](double p, const Jump& jump) { expected[jump.stress_drop] += p; });
  RandomStream random(84, 0, Purpose::test);
  constexpr int draws = 100000;
  for (int i = 0; i < draws; ++i) found[map.draw(cell, at, random).stress_drop] += 1;
  double chi_square = 0;
  int kinds = 0;
  for (const auto& [drop, p] : expected) {
    if (p * draws < 20) continue;
    chi_square += std::pow(found[drop] - p * draws, 2) / (p * draws);
    ++kinds;
  }
  ASSERT_GT(kinds, 30);
  EXPECT_NEAR(chi_square / kinds, 1, 4 * std::sqrt(2.0 / kinds));
}

TEST(SmoothMap, NoJumpLiesBeyondTheReversibleBound) {
  KnownGlass glass;
  glass.law = ElasticLaw{1, 1, 0.05, 0.3, 0.1, 0};
  const auto samples = glasses(glass, 85, 5);
  const SmoothMap map(set_of(samples), glass.law, smooth_settings(0.02, 5e-4, 1));
  RandomStream random(86, 0, Purpose::test);
  double drops = 0;
  for (int i = 0; i < 20000; ++i) {
    const StatePoint at{0.08 * random.uniform(), 2e-3 * random.uniform()};
    const std::size_t cell = map.grid().bin_of(at);
    const Jump jump = map.draw(cell, at, random);
    EXPECT_LE(jump.inelastic, reversible_bound(glass.law, at, jump.stress_drop) + 1e-15);
    drops += jump.stress_drop;
  }
  // Smearing keeps means.
  EXPECT_NEAR(drops / 20000 / glass.mean_drop(), 1, 0.1);
}

TEST(SmoothMap, RefusesWhatItCannotUse) {
  const KnownGlass glass;
  const auto samples = glasses(glass, 87, 1);
  EXPECT_THROW(SmoothMap(set_of(samples), glass.law, smooth_settings(0, 1e-4, 0)), InputError);
  EXPECT_THROW(SmoothMap({}, glass.law, smooth_settings(0.01, 1e-4, 0)), InputError);
  SmoothSettings much = smooth_settings(0.01, 1e-4, 0);
  much.least_exposure = 1e3;
  EXPECT_THROW(SmoothMap(set_of(samples), glass.law, much), InputError);
  SmoothSettings elastic = smooth_settings(0.004, 1e-4, 0);
  elastic.unvisited = Unvisited::elastic;
  const SmoothMap map(set_of(samples), glass.law, elastic);
  const std::size_t corner = map.grid().bin_of({0, map.grid().inelastic_edges().back()});
  EXPECT_FALSE(map.is_known(corner));
  EXPECT_EQ(map.rate(corner), 0);
  EXPECT_GE(SmoothMap(set_of(samples), glass.law, smooth_settings(0.004, 1e-4, 0)).rate(corner), 0);
}

}  // namespace
}  // namespace vitrum::seem
