#include "seem/map_score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "base/error.h"
#include "known_map.h"
#include "seem/bandwidth_choice.h"
#include "seem/replay.h"

namespace vitrum::seem {
namespace {

std::vector<Trajectory> scored_glasses(std::uint64_t seed, std::uint64_t samples) {
  const KnownGlass glass;
  std::vector<Trajectory> trajectories;
  for (std::uint64_t i = 0; i < samples; ++i)
    trajectories.push_back(trajectory_of(
        glass.sample({0, 5e-4}, 0.4, 1e-3, RandomStream(seed, i, Purpose::test)), 1, glass.law));
  return trajectories;
}

/// The law of the known glass itself, its rate constant in each of many small cells.
class TrueMap final : public EventMap {
 public:
  explicit TrueMap(const KnownGlass& glass)
      : EventMap(equal_width_grid({{0, 0}, {0.1, 3e-3}}, 1, 2000), glass.law, Loading::tangent),
        glass_(glass) {
    for (std::size_t i = 0; i < grid().bins(); ++i) rates_[i] = glass.rate(grid().centre(i));
  }
  Jump draw(std::size_t, const StatePoint& before, RandomStream& random) const override {
    return glass_.draw(before, random);
  }
  void visit_jumps(std::size_t, const StatePoint& before, const VisitJump& visit) const override {
    RandomStream random(99, 0, Purpose::test);
    for (int i = 0; i < 3000; ++i) visit(1.0 / 3000, glass_.draw(before, random));
  }

 private:
  KnownGlass glass_;
};

// One bin, two kinds of events, one trajectory with one event: everything by hand.
TEST(MapScore, OfOneEventByHand) {
  const ElasticLaw law{1, 2, std::numeric_limits<double>::infinity(), 1e300, 1e300, 0};
  Group group = to_group(EventLibrary(StateGrid({-1, 1}, {0, 2})));
  group.put("exposure", std::vector<double>{0.5});
  group.put("begin", std::vector<std::int64_t>{0, 2});
  group.put("stress_drop", std::vector<double>{0.1, 0.2});
  group.put("inelastic_change", std::vector<double>{0, 0});
  const StochasticMap map(event_library_from(group), law, {});  // lambda = 4
  ExactSpecimen specimen(law, 1, {0, 0}, 0.1);
  specimen.load(0.25);
  specimen.jump({0.1, 0});
  specimen.load(0.05);
  specimen.record();
  const std::vector<Trajectory> held_out{trajectory_of(specimen.history, 1, law)};
  ScoreSettings settings;
  settings.background = 0;
  settings.jump_bandwidth = 0.5;
  const MapScore found = score(map, set_of(held_out), settings);
  EXPECT_NEAR(found.rate, std::log(4) - 4 * 0.3, 1e-12);
  EXPECT_NEAR(found.strain, 0.3, 1e-14);
  // X_1 stays, so that all that is set free becomes heat, here as in the other kind.
  const double x = std::log(2) / 0.5, y = 0;
  const double density = (0.5 + 0.5 * std::exp(-0.5 * (x * x + y * y))) / (2 * std::numbers::pi * 0.25);
  EXPECT_NEAR(found.jump, std::log(density), 1e-9);
  EXPECT_EQ(found.events, 1);
  EXPECT_EQ(found.left_out, 0);
}

// Nothing predicts a glass better than its own law (Gibbs), and by how much more than a constant rate is
// known: the integral of lambda ln(lambda / mean) over the strain.
TEST(MapScore, TheTrueLawScoresBestAndByTheKnownAmount) {
  const KnownGlass glass;
  const auto held_out = scored_glasses(91, 40);
  ScoreSettings settings;
  settings.background = 0;
  const MapScore truth = score(TrueMap(glass), set_of(held_out), settings);
  double expected = 0, variance = 0;
  for (const Trajectory& sample : held_out)
    for (const ElasticPath& path : sample.paths) {
      const double rate = glass.rate({0.5 * (path.from.stress + path.to.stress), 0});
      if (rate <= 0) continue;
      expected += path.increment * rate * (std::log(rate) - 1);
      variance += path.increment * rate * std::log(rate) * std::log(rate);
    }
  EXPECT_NEAR(truth.rate, expected, 4 * std::sqrt(variance) + 0.01 * std::abs(expected));
  KnownGlass other = glass;
  other.yield_stress *= 1.1;
  EXPECT_GT(truth.rate, score(TrueMap(other), set_of(held_out), settings).rate);
  other.yield_stress = 0.9 * glass.yield_stress;
  EXPECT_GT(truth.rate, score(TrueMap(other), set_of(held_out), settings).rate);
}

// From few samples a smooth map with a bandwidth by cross-validation predicts others better than 20 x 20 bins
// do, comes near the true law, and replays the same means.
TEST(BandwidthChoice, SmoothMapPredictsBetterThanBinsFromFewSamples) {
  const KnownGlass glass;
  const auto samples = scored_glasses(92, 10), held_out = scored_glasses(93, 40);
  BandwidthSearch search;
  search.score.most_events = 40;
  search.state = {0.2, 0.4, 0.8};
  search.jump = {0.2, 0.4};
  const BandwidthChoice choice = choose_bandwidth(samples, glass.law, {}, search);
  ASSERT_EQ(choice.trials.size(), 6u);
  SmoothSettings smooth;
  smooth.bandwidth = choice.best;
  const SmoothMap map(set_of(samples), glass.law, smooth);
  EventLibrary library(equal_width_grid({{0, 0}, {0.08, 2e-3}}, 20, 20));
  for (const Trajectory& sample : samples) library.add(sample);
  const StochasticMap bins(library, glass.law, {});
  ScoreSettings settings;
  settings.jump_bandwidth = choice.best.jump;
  const MapScore of_smooth = score(map, set_of(held_out), settings),
                 of_bins = score(bins, set_of(held_out), settings),
                 of_truth = score(TrueMap(glass), set_of(held_out), settings);
  EXPECT_GT(of_smooth.rate, of_bins.rate);
  EXPECT_GT(of_smooth.per_strain(), of_bins.per_strain());
  EXPECT_GT(of_truth.rate, of_smooth.rate);
  EXPECT_LT(of_truth.rate - of_smooth.rate, 0.5 * (of_truth.rate - of_bins.rate));

  std::vector<double> strains;
  for (int k = 0; k <= 20; ++k) strains.push_back(0.02 * k);
  std::vector<std::vector<StatePoint>> curves;
  for (const Trajectory& sample : held_out) curves.push_back(states_at(sample, strains));
  const auto reference = moments_of(curves, strains);
  ReplaySettings walks;
  walks.walkers = 400;
  const Discrepancy found = discrepancy(replay(map, {{0, 5e-4}}, strains, walks).moments, reference);
  const Discrepancy binned = discrepancy(replay(bins, {{0, 5e-4}}, strains, walks).moments, reference);
  // Ten samples make both maps, whose own scatter is most of the differences.
  EXPECT_LT(found.stress.relative, 1.2 * binned.stress.relative);
  EXPECT_LT(found.inelastic.relative, binned.inelastic.relative);
  // As likely without trends, but slopes are lost that hold the specimen where it flows.
  smooth.trends = false;
  const SmoothMap flat(set_of(samples), glass.law, smooth);
  const Discrepancy without = discrepancy(replay(flat, {{0, 5e-4}}, strains, walks).moments, reference);
  EXPECT_NEAR(score(flat, set_of(held_out), settings).per_strain() / of_smooth.per_strain(), 1, 0.01);
  EXPECT_GT(without.stress.deviation, 1.5 * found.stress.deviation);
  EXPECT_LT(found.stress.deviation, 0.25);
  EXPECT_LT(found.inelastic.deviation, 0.25);
}

TEST(BandwidthChoice, RefusesTooLittle) {
  const KnownGlass glass;
  EXPECT_THROW(choose_bandwidth(scored_glasses(94, 1), glass.law, {}, {}), InputError);
  BandwidthSearch none;
  none.state.clear();
  EXPECT_THROW(choose_bandwidth(scored_glasses(94, 2), glass.law, {}, none), InputError);
}

}  // namespace
}  // namespace vitrum::seem
