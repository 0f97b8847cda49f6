#include <gtest/gtest.h>

#include <cmath>

#include "known_map.h"
#include "memory_sink.h"
#include "study/element_job.h"
#include "study/element_maps.h"
#include "study/run.h"

namespace vitrum::study {
namespace {

TEST(Localisation, OfMapsThatAreKnown) {
  constexpr std::size_t columns = 4, rows = 8;
  std::vector<double> band(columns * rows, 0.0), even(columns * rows);
  for (std::size_t i = 0; i < columns; ++i)
    band[3 * columns + i] = 8;  // one row of eight: mean 1, variance 7
  const Localisation one = localisation_of(band, columns, rows);
  EXPECT_NEAR(one.deviation, std::sqrt(7.0), 1e-12);
  EXPECT_NEAR(one.participation, 1.0 / 8, 1e-12);
  EXPECT_NEAR(one.banding, columns, 1e-12);  // all variance is that of rows
  for (std::size_t i = 0; i < even.size(); ++i) even[i] = (i / columns + i) % 2 == 0 ? 1.5 : 0.5;
  const Localisation chequered = localisation_of(even, columns, rows);
  EXPECT_NEAR(chequered.deviation, 0.5, 1e-12);
  EXPECT_NEAR(chequered.participation, 0.5, 1e-12);
  EXPECT_NEAR(chequered.banding, 0, 1e-12);
  for (double& one_of : band) one_of = -one_of;
  EXPECT_NEAR(localisation_of(band, columns, rows).participation, 1.0 / 8, 1e-12);
}

/// Independent numbers have a banding of 1 for either direction, a little more for the larger one.
TEST(Localisation, OfIndependentElements) {
  RandomStream random(1, 0, Purpose::test);
  double banding = 0;
  for (int sample = 0; sample < 50; ++sample) {
    std::vector<double> strain(32 * 32);
    for (double& one : strain) one = 1 + 0.1 * random.normal();
    banding += localisation_of(strain, 32, 32).banding / 50;
  }
  EXPECT_GT(banding, 1);
  EXPECT_LT(banding, 1.4);
}

std::vector<LoadingSet> known_sets() {
  const seem::KnownGlass glass;
  std::vector<LoadingSet> out{{"slow", {}}, {"fast", {}}};
  for (std::uint64_t i = 0; i < 20; ++i) {
    out[0].records.push_back(
        {10, 10, "lj", glass.sample({0, 2e-4}, 0.3, 1e-3, RandomStream(1, i, Purpose::test))});
    out[1].records.push_back(
        {10, 10, "lj", glass.sample({0, 2.2e-3}, 0.3, 1e-3, RandomStream(2, i, Purpose::test))});
  }
  return out;
}

Settings elements_study(int threads) {
  Settings s;
  s.study.threads = threads;
  s.glass.samples = s.lattice.samples = 0;
  s.harvest.sets = {{"slow", {"-"}}, {"fast", {"-"}}};
  s.harvest.softening = 10;
  s.harvest.tau_a = s.harvest.tau_b = std::numeric_limits<double>::infinity();
  s.harvest.walkers = 50;
  s.harvest.unvisited = seem::Unvisited::nearest;
  s.elements.samples = 2;
  s.elements.columns = 6;
  s.elements.rows = 4;
  s.elements.program.increment = 2e-5;
  s.elements.program.legs.resize(1);
  s.elements.program.legs[0].strain = 0.08;
  return s;
}

TEST(ElementsStudy, ShearsLatticesOfEverySetAndShowsThem) {
  const std::vector<LoadingSet> sets = known_sets();
  MemorySink sink, other;
  CountingWatcher watcher;
  const Settings settings = elements_study(1);
  const Origin origin{"", "", "", {}, "elements\n"};
  run(settings, origin, sink, watcher, {}, {}, sets);
  ASSERT_EQ(sink.records.size(), 4U);
  Settings threads = elements_study(2);
  run(threads, origin, other, watcher, {}, {}, sets);
  EXPECT_EQ(sink.records, other.records);

  Results results;
  results.loadings = sets;
  for (const auto& [name, record] : sink.records) add_records(records_of_task(record), results);
  EXPECT_EQ(results.elements.size(), 4U);
  EXPECT_TRUE(results.lattice.empty());
  Settings shown = settings;
  shown.study.paper = "seem2024";
  analyse(shown, results);
  ASSERT_EQ(results.element_sets.size(), 2U);
  const ElementSet& slow = results.element_sets[0];
  EXPECT_EQ(slow.label, "slow");
  EXPECT_EQ(slow.deviation.x.size(), 20U);
  EXPECT_EQ(slow.deviation.realizations, 2);
  EXPECT_EQ(slow.map.plastic.size(), 24U);
  EXPECT_NEAR(slow.map.strain, 0.08, 1e-12);
  double last = 0;
  for (const SampleRecord& record : results.elements)
    if (record.measures.text("set") == "slow") last += record.history.states.back().stress.xy / 2;
  EXPECT_NEAR(slow.stress.value.back(), last, 1e-12);
  EXPECT_LT(last, 0.08);  // elements yield
  EXPECT_EQ(results.paper_figures.back().number, "Fig. 7");
  EXPECT_EQ(results.paper_figures.back().panels.size(), 8U);
}

TEST(ElementsStudy, MakesLatticesAnewWhenSomethingElseIsHarvested) {
  std::vector<LoadingSet> sets = known_sets();
  const Settings settings = elements_study(1);
  const HarvestedMap all = harvested_map(settings.harvest, sets),
                     again = harvested_map(settings.harvest, sets);
  EXPECT_EQ(checksum(all), checksum(again));
  sets[1].records.pop_back();
  EXPECT_NE(checksum(all), checksum(harvested_map(settings.harvest, sets)));
  EXPECT_EQ(all.starts[0].size(), 20U);
  EXPECT_EQ(all.atoms, 10);
  EXPECT_GT(element_seconds(settings.elements), 0);
}

}  // namespace
}  // namespace vitrum::study
