#include "seem/map_walker.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "known_map.h"
#include "laws.h"
#include "seem/stochastic_map.h"

namespace vitrum::seem {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// One bin with a rate and one kind of event.
EventLibrary one_bin(double rate, const Jump& jump, double low = -1e3, double high = 1e3) {
  Group group = to_group(EventLibrary(StateGrid({-1e3, 1e3}, {low, high})));
  const auto count = static_cast<std::size_t>(rate);
  group.put("exposure", std::vector<double>{1.0});
  group.put("begin", std::vector<std::int64_t>{0, static_cast<std::int64_t>(count)});
  group.put("stress_drop", std::vector<double>(count, jump.stress_drop));
  group.put("inelastic_change", std::vector<double>(count, jump.inelastic));
  return event_library_from(group);
}

const ElasticLaw linear{1, 2, infinity, infinity, infinity, 0};

TEST(MapWalker, WithoutEventsLoadsElastically) {
  const ElasticLaw law = table_one();
  for (const Loading loading : {Loading::tangent, Loading::modulus}) {
    const StochasticMap map(one_bin(0, {}), law, {loading});
    MapWalker steps(map, {0, 0.02}, RandomStream(1, 0, Purpose::test)), whole = steps;
    steps.step(1e-4, 800);
    whole.load(0.08);
    EXPECT_NEAR(steps.at().stress, whole.at().stress, 1e-12);
    const double expected =
        loading == Loading::tangent ? law.stress_at(0.08, 0.02) : 0.08 * law.shear_modulus(0.02);
    EXPECT_NEAR(whole.at().stress, expected, 1e-13);
    EXPECT_EQ(whole.at().inelastic, 0.02);
    EXPECT_EQ(steps.counts().events, 0);
    EXPECT_NEAR(steps.counts().strain, 0.08, 1e-12);
  }
}

TEST(MapWalker, EventsComeAtTheRateOfTheBinEitherWay) {
  const StochasticMap map(one_bin(500, {0.004, 1e-3}), linear, {});
  MapWalker exact(map, {0, 0}, RandomStream(2, 0, Purpose::test)),
      steps(map, {0, 0}, RandomStream(2, 1, Purpose::test));
  exact.load(100);
  steps.step(1e-4, 1000000);
  for (const MapWalker* walker : {&exact, &steps}) {
    const auto events = static_cast<double>(walker->counts().events);
    EXPECT_NEAR(events, 50000, 4 * std::sqrt(50000));
    // What is not elastic is of the events: eqs. 2 and 3.
    EXPECT_NEAR(walker->at().stress, 2 * 100 - 0.004 * events, 1e-8);
    EXPECT_NEAR(walker->at().inelastic, 1e-3 * events, 1e-8);
  }
}

TEST(MapWalker, WaitingStrainsAreExponentialAcrossBins) {
  // Rates 0 and 400 in two bins of the stress: with G = 2 the bin of events begins at a strain of 0.01.
  Group group = to_group(EventLibrary(StateGrid({-1, 1}, {0, 0.02, 9})));
  group.put("exposure", std::vector<double>{1.0, 1.0});
  group.put("begin", std::vector<std::int64_t>{0, 0, 400});
  group.put("stress_drop", std::vector<double>(400, 0.0));
  group.put("inelastic_change", std::vector<double>(400, 0.5));
  const StochasticMap map(event_library_from(group), linear, {});
  int early = 0, at_all = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    MapWalker walker(map, {0, 0}, RandomStream(3, i, Purpose::test));
    walker.load(0.01);
    early += walker.counts().events > 0;
    walker.load(0.0025);
    at_all += walker.counts().events > 0;
  }
  EXPECT_EQ(early, 0);
  const double expected = 20000 * (1 - std::exp(-1.0));
  EXPECT_NEAR(at_all, expected, 4 * std::sqrt(expected * std::exp(-1.0)));
}

TEST(MapWalker, RefusesIncrementsThatWouldHoldTwoEvents) {
  const StochasticMap map(one_bin(1001, {0.001, 0}), linear, {});
  MapWalker walker(map, {0, 0}, RandomStream(1, 0, Purpose::test));
  EXPECT_THROW(walker.step(1e-4), InputError);
  EXPECT_NO_THROW(walker.step(9e-5));
  EXPECT_NO_THROW(walker.load(1));
}

TEST(MapWalker, UnloadingIsTheMirrorImageOfLoading) {
  const KnownGlass glass;
  EventLibrary library(equal_width_grid({{0, 0}, {0.08, 2e-3}}, 6, 20));
  library.add(
      trajectory_of(glass.sample({0, 5e-4}, 2, 1e-3, RandomStream(4, 0, Purpose::test)), 1, glass.law));
  const StochasticMap map(library, glass.law, {});
  MapWalker up(map, {0.01, 5e-4}, RandomStream(5, 0, Purpose::test)),
      down(map, {-0.01, 5e-4}, RandomStream(5, 0, Purpose::test));
  up.load(0.3);
  down.load(-0.3);
  EXPECT_GT(up.counts().events, 10);
  EXPECT_EQ(up.at().stress, -down.at().stress);
  EXPECT_EQ(up.at().inelastic, down.at().inelastic);
}

TEST(MapWalker, CountsWhereTheHarvestDidNotGo) {
  const EventLibrary library = one_bin(100, {0.1, 0}, 0, 1);
  const StochasticMap map(library, linear, {});
  MapWalker walker(map, {2, 0}, RandomStream(1, 0, Purpose::test));  // beyond the grid
  walker.load(0.001);
  EXPECT_NEAR(walker.counts().unvisited, 0.001, 1e-15);
}

TEST(StochasticMap, UnknownBinsTakeWhatTheSettingsSay) {
  Group group = to_group(EventLibrary(StateGrid({0, 1}, {0, 1, 2, 3})));
  group.put("exposure", std::vector<double>{1.0, 1e-5, 0.0});
  group.put("begin", std::vector<std::int64_t>{0, 2, 3, 3});
  group.put("stress_drop", std::vector<double>{0.1, 0.1, 0.3});
  group.put("inelastic_change", std::vector<double>{0, 0, 0});
  const EventLibrary library = event_library_from(group);
  const StochasticMap nearest(library, linear, {});
  EXPECT_EQ(nearest.rate(2), 2);
  EXPECT_EQ(nearest.rate(1), 2);  // one event in a strain of 1e-5 tells no rate
  EXPECT_FALSE(nearest.is_known(1));
  EXPECT_EQ(nearest.draw(2, 0.999999).stress_drop, 0.1);
  MapSettings settings;
  settings.unvisited = Unvisited::elastic;
  EXPECT_EQ(StochasticMap(library, linear, settings).rate(2), 0);
  settings.least_exposure = 2;
  EXPECT_THROW(StochasticMap(library, linear, settings), InputError);
}

TEST(StochasticMap, DrawsEveryEventOfABinAlike) {
  Group group = to_group(EventLibrary(StateGrid({0, 1}, {0, 1})));
  group.put("exposure", std::vector<double>{1.0});
  group.put("begin", std::vector<std::int64_t>{0, 3});
  group.put("stress_drop", std::vector<double>{0, 1, 2});
  group.put("inelastic_change", std::vector<double>{0, 0, 0});
  const StochasticMap map(event_library_from(group), linear, {});
  RandomStream random(6, 0, Purpose::test);
  std::array<int, 3> found{};
  for (int i = 0; i < 30000; ++i)
    ++found[static_cast<std::size_t>(map.draw(0, random.uniform()).stress_drop)];
  for (const int count : found) EXPECT_NEAR(count, 10000, 4 * std::sqrt(10000 * 2.0 / 3));
}

// What the map replays is what was harvested: means and standard deviations of both variables over many
// walks, against fresh samples of the glass that no bin has seen.
TEST(MapWalker, ReplaysAKnownGlass) {
  const KnownGlass glass;
  EventLibrary library(equal_width_grid({{0, 0}, {0.08, 2e-3}}, 20, 20));
  for (std::uint64_t i = 0; i < 200; ++i)
    library.add(
        trajectory_of(glass.sample({0, 5e-4}, 0.5, 1e-3, RandomStream(7, i, Purpose::test)), 1, glass.law));
  const StochasticMap map(library, glass.law, {});
  struct Moments {
    double n = 0, sum = 0, squares = 0;
    void add(double x) { ++n, sum += x, squares += x * x; }
    double mean() const { return sum / n; }
    double deviation() const { return std::sqrt(squares / n - mean() * mean()); }
  };
  for (const double strain : {0.05, 0.4}) {
    Moments stress[2], inelastic[2];
    for (std::uint64_t i = 0; i < 400; ++i) {
      const History history = glass.sample({0, 5e-4}, strain, strain / 10, RandomStream(8, i, Purpose::test));
      const StatePoint end = trajectory_of(history, 1, glass.law).states.back();
      stress[0].add(end.stress);
      inelastic[0].add(end.inelastic);
      MapWalker walker(map, {0, 5e-4}, RandomStream(9, i, Purpose::test));
      walker.load(strain);
      stress[1].add(walker.at().stress);
      inelastic[1].add(walker.at().inelastic);
    }
    const double error = std::sqrt(2.0 / 400);
    EXPECT_NEAR(stress[1].mean(), stress[0].mean(), 4 * error * stress[0].deviation());
    EXPECT_NEAR(inelastic[1].mean(), inelastic[0].mean(), 4 * error * inelastic[0].deviation());
    EXPECT_NEAR(stress[1].deviation() / stress[0].deviation(), 1, 4 / std::sqrt(400.0));
    EXPECT_NEAR(inelastic[1].deviation() / inelastic[0].deviation(), 1, 4 / std::sqrt(400.0));
  }
}

}  // namespace
}  // namespace vitrum::seem
