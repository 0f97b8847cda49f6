#include "seem/mean_flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "known_map.h"
#include "seem/jump_histogram.h"
#include "stationary_map.h"

namespace vitrum::seem {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

TEST(MeanFlow, CountsWhatOneBinHolds) {
  const ElasticLaw law{1, 2, endless, endless, endless, 0};
  Group group = to_group(EventLibrary(StateGrid({0, 1}, {0, 1, 2})));
  group.put("exposure", std::vector<double>{0.5, 0.0});
  group.put("begin", std::vector<std::int64_t>{0, 3, 3});
  group.put("stress_drop", std::vector<double>{0.1, 0.2, 0.6});
  group.put("inelastic_change", std::vector<double>{1, -1, 3});
  const MeanFlow flow = mean_flow(event_library_from(group), law, Loading::modulus);
  const BinFlow& bin = flow.bins[0];
  EXPECT_EQ(bin.events, 3);
  EXPECT_DOUBLE_EQ(bin.rate.value, 6);
  EXPECT_DOUBLE_EQ(bin.rate.error, std::sqrt(3) / 0.5);
  EXPECT_DOUBLE_EQ(bin.stress_drop.value, 0.3);
  EXPECT_NEAR(bin.stress_drop.error, std::sqrt((0.04 + 0.01 + 0.09) / 2 / 3), 1e-15);
  EXPECT_DOUBLE_EQ(bin.inelastic.value, 1);
  EXPECT_DOUBLE_EQ(bin.loading, 2);
  EXPECT_NEAR(bin.stress_drift.value, 2 - 0.9 / 0.5, 1e-15);
  EXPECT_NEAR(bin.stress_drift.error, std::sqrt(0.01 + 0.04 + 0.36) / 0.5, 1e-15);
  EXPECT_NEAR(bin.inelastic_drift.value, 6, 1e-15);
  EXPECT_NEAR(bin.inelastic_drift.error, std::sqrt(11) / 0.5, 1e-15);
  EXPECT_EQ(flow.bins[1].stress_drift.value, 0);
}

// Rates, mean changes and drifts of a law in closed form are found in every bin, within their errors.
TEST(MeanFlow, RecoversAKnownLaw) {
  const StationaryGlass glass;
  EventLibrary library(StateGrid(equal_width_grid({{0, 0.002}, {0.12, 0.008}}, 12, 30)));
  for (std::uint64_t i = 0; i < 80; ++i)
    library.add(trajectory_of(glass.sample({0.02, 5e-3}, 4, 2e-2, RandomStream(21, i, Purpose::test)), 1,
                              glass.law()));
  const MeanFlow flow = mean_flow(library, glass.law(), Loading::tangent);
  double rate = 0, drop = 0, inelastic = 0, stress_drift = 0, inelastic_drift = 0;
  int bins = 0;
  for (std::size_t i = 0; i < flow.bins.size(); ++i) {
    const BinFlow& bin = flow.bins[i];
    const StatePoint at = flow.grid.centre(i);
    // At lower stress the mean state of a bin is not at its centre.
    if (bin.events < 100 || at.stress < 0.004) continue;
    const auto square = [](const Estimate& e, double truth) {
      return (e.value - truth) * (e.value - truth) / (e.error * e.error);
    };
    rate += square(bin.rate, glass.lambda);
    drop += square(bin.stress_drop, at.stress / 2);
    inelastic += square(bin.inelastic, 0.3 * (glass.goal - at.inelastic));
    stress_drift += square(bin.stress_drift, glass.stress_drift(at.stress));
    inelastic_drift += square(bin.inelastic_drift, glass.inelastic_drift(at.inelastic));
    ++bins;
  }
  ASSERT_GT(bins, 50);
  // chi^2 per bin, its standard deviation sqrt(2/bins): four of them.
  for (const double square : {rate, drop, inelastic, stress_drift, inelastic_drift})
    EXPECT_NEAR(square / bins, 1, 4 * std::sqrt(2.0 / bins));
}

/// A flow given by two functions at the centres of the bins, all exposed alike.
MeanFlow flow_given_by(const StateGrid& grid, double (*stress)(StatePoint), double (*inelastic)(StatePoint)) {
  MeanFlow flow{grid, std::vector<BinFlow>(grid.bins())};
  for (std::size_t i = 0; i < grid.bins(); ++i) {
    flow.bins[i].exposure = 1;
    flow.bins[i].stress_drift.value = stress(grid.centre(i));
    flow.bins[i].inelastic_drift.value = inelastic(grid.centre(i));
  }
  return flow;
}

TEST(Nullclines, OfLinearDriftsAreTheirLines) {
  const StateGrid grid = equal_width_grid({{0, 0}, {1, 1}}, 10, 12);
  MeanFlow flow = flow_given_by(
      grid, [](StatePoint p) { return 0.3 + 0.5 * p.inelastic - p.stress; },
      [](StatePoint p) { return 0.41 - p.inelastic; });
  double length = 0;
  const auto line = stress_nullcline(flow, 0.5);
  for (const NullSegment& s : line) {
    for (const StatePoint& p : s) EXPECT_NEAR(p.stress, 0.3 + 0.5 * p.inelastic, 1e-12);
    length += std::abs(s[0].inelastic - s[1].inelastic);
  }
  EXPECT_NEAR(length, 0.9, 1e-12);  // from the first column's centre to the last one's
  for (const NullSegment& s : inelastic_nullcline(flow, 0.5))
    for (const StatePoint& p : s) EXPECT_NEAR(p.inelastic, 0.41, 1e-12);
  flow.bins[grid.bin(5, 6)].exposure = 0.1;
  EXPECT_LT(stress_nullcline(flow, 0.5).size(), line.size());
}

TEST(JumpHistogram, CountsEventsAndThoseBeyondTheBound) {
  const ElasticLaw law{1, 2, endless, endless, endless, 0};
  Group group = to_group(EventLibrary(StateGrid({0, 0.5, 1}, {0, 2})));
  group.put("exposure", std::vector<double>{1.0, 1.0});
  group.put("begin", std::vector<std::int64_t>{0, 1, 5});
  // At tau = 1 the bound is (1 - (1 - drop)^2) / 4: 0.0975/2 for 0.1, 0.375/2 for 0.5.
  group.put("stress_drop", std::vector<double>{0.1, 0.1, 0.1, 0.5, 0.5});
  group.put("inelastic_change", std::vector<double>{0, 0.04, 0.06, -0.1, 0.19});
  const EventLibrary library = event_library_from(group);
  EXPECT_EQ(most_visited_bin(library), 1u);
  const JumpHistogram found = jump_histogram(library, 1, law, 2, 4);
  EXPECT_NEAR(found.bound.front(), 0.19 / 4, 1e-15);
  EXPECT_NEAR(found.bound.back(), 0.75 / 4, 1e-15);
  EXPECT_EQ(found.beyond, 0.5);
  EXPECT_EQ(found.counts, (std::vector<std::int64_t>{1, 0, 0, 1, 1, 0, 0, 1}));
  EXPECT_THROW(jump_histogram(EventLibrary(library.grid()), 0, law, 2, 2), InputError);
  EXPECT_THROW(most_visited_bin(EventLibrary(library.grid())), InputError);
}

TEST(JumpHistogram, AKnownGlassObeysTheBoundOfEveryEvent) {
  const KnownGlass glass;
  std::vector<Trajectory> trajectories{
      trajectory_of(glass.sample({0, 5e-4}, 0.5, 1e-3, RandomStream(22, 0, Purpose::test)), 1, glass.law)};
  // Heat of an event decides: negative dissipation is the same as an X_1 beyond the bound.
  double negative = 0, events = 0;
  for (const PlasticEvent& event : trajectories[0].events) negative += event.dissipated < -1e-12, ++events;
  EXPECT_NEAR(share_beyond_bound(trajectories, glass.law, 1e-12), negative / events, 1e-15);
  for (PlasticEvent& event : trajectories[0].events)
    event.jump.inelastic = reversible_bound(glass.law, event.before, event.jump.stress_drop) + 1e-6;
  EXPECT_EQ(share_beyond_bound(trajectories, glass.law, 1e-7), 1);
  EXPECT_EQ(share_beyond_bound(trajectories, glass.law, 1e-5), 0);
  EXPECT_EQ(share_beyond_bound({}, glass.law, 0), 0);
  for (double share = 0.9; PlasticEvent & event : trajectories[0].events) {
    event.jump.inelastic = share * reversible_bound(glass.law, event.before, event.jump.stress_drop);
    share = share > 0.5 ? -0.2 : share + 0.3;  // 0.9, -0.2, 0.1, 0.4, 0.7, -0.2, ...
  }
  const std::vector<double> stored = stored_shares(trajectories, glass.law);
  EXPECT_NEAR(stored.front(), 0.1, 1e-12);
  EXPECT_NEAR(stored.back(), 0.9, 1e-12);
  EXPECT_TRUE(std::is_sorted(stored.begin(), stored.end()));
}

}  // namespace
}  // namespace vitrum::seem
