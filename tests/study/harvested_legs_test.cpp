#include "study/harvested_legs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "base/error.h"
#include "law_map.h"
#include "reversed_glass.h"
#include "study/harvest.h"
#include "study/seem2024/figures.h"
#include "study/tables.h"

namespace vitrum::study {
namespace {

Harvested harvest_of(const ReversedGlass& glass, std::uint64_t specimens = 40) {
  LoadingSet set{"reversed", {}};
  for (std::uint64_t i = 0; i < specimens; ++i)
    set.records.push_back(glass.sample(RandomStream(401, i, Purpose::test)));
  Harvest settings;
  settings.own = OwnSamples::glass;
  settings.softening = 10;
  settings.tau_a = settings.tau_b = std::numeric_limits<double>::infinity();
  settings.walkers = 60;
  settings.program.legs = there_and_back();
  return harvest(settings, {set}, 5, 1);
}

// By its own law, not by bins: what bins cost is another question.
TEST(HarvestedLegs, AGlassWithoutMemoryIsWhatItsLawSays) {
  const ReversedGlass glass;
  std::vector<LoadingRecord> records;
  for (std::uint64_t i = 0; i < 40; ++i) records.push_back(glass.sample(RandomStream(401, i, Purpose::test)));
  const seem::ElasticLaw law{
      1, 1, 10, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), 0};
  const auto map = std::make_shared<seem::LawMap>(
      seem::equal_width_grid({{-0.1, 0}, {0.1, 1e-3}}, 1, 400), law,
      [](const seem::StatePoint& at) { return at.stress > 0 ? 600 * std::pow(at.stress / 0.05, 2) : 0.0; },
      [](const seem::StatePoint& at, RandomStream& random) {
        return seem::Jump{-0.001 * std::log(random.uniform_positive()), 0.02 * (1e-3 - at.inelastic)};
      });
  const auto legs = compared_legs(there_and_back(), records, map, {{0, 2e-4}}, {100, 1, 1});
  ASSERT_EQ(legs.size(), 3U);
  // Along an unloading leg the difference is one number, that of the flow it began in: three errors.
  for (const LegComparison& leg : legs) EXPECT_LT(leg.z, 3) << leg.label;
  EXPECT_TRUE(legs[2].reversed);
  EXPECT_EQ(legs[2].measured.realizations, 40);
}

TEST(HarvestedLegs, AGlassWithoutMemoryHasNone) {
  const Harvested found = harvest_of({}, 160);
  ASSERT_EQ(found.sets[0].memory.size(), 4U) << found.sets[0].without_memory;
  for (const seem::DirectionMemory& part : found.sets[0].memory) {
    EXPECT_LT(std::abs(part.rate.value - 1), 3 * part.rate.error) << part.from;
    EXPECT_LT(std::abs(part.relaxation.value - 1), 3 * part.relaxation.error) << part.from;
  }
  EXPECT_LT(found.sets[0].memory[1].rate.error, 0.1);
}

// Not for unknown bins: where forward loading has been, a back stress that takes some fifty events to turn
// makes them more frequent.
TEST(HarvestedLegs, ABackStressIsSeenWhereForwardLoadingHasBeen) {
  const Harvested found = harvest_of({0.02, 0.02}, 320);
  ASSERT_EQ(found.sets[0].memory.size(), 4U) << found.sets[0].without_memory;
  const std::vector<seem::DirectionMemory>& parts = found.sets[0].memory;
  EXPECT_GT(parts[1].rate.value, 1 + 3 * parts[1].rate.error);
  EXPECT_GT(parts[2].rate.value, 1 + 5 * parts[2].rate.error);
  EXPECT_EQ(seem2024::figure_legs(found).claims[3].verdict, Verdict::fails);
}

// Its forward loading is harvested and replayed all the same: the back stress has become part of the
// strength.
TEST(HarvestedLegs, AGlassWithBackStressFailsOnReversal) {
  const Harvested found = harvest_of({0.02});
  const std::vector<LegComparison>& legs = found.sets[0].legs;
  ASSERT_EQ(legs.size(), 3U);
  EXPECT_LT(legs[0].z, 2);
  EXPECT_GT(legs[2].z, 3);
  const PaperFigure figure = seem2024::figure_legs(found);
  EXPECT_EQ(figure.claims[0].verdict, Verdict::holds);
  EXPECT_NE(figure.claims[2].verdict, Verdict::holds);
  const auto tables = leg_tables(found);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows[2].value, legs[2].z);
}

TEST(HarvestedLegs, RefusesRecordsThatWereShearedElsewhere) {
  std::vector<rig::Leg> legs = there_and_back();
  const LoadingRecord record = ReversedGlass().sample(RandomStream(401, 0, Purpose::test));
  legs.front().strain *= 0.5;
  try {
    compared_legs(legs, {record}, seem::weakening_map(0), {{0, 0}}, {3, 1, 1});
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("give harvest.leg as the records have it"), std::string::npos);
  }
}

std::vector<rig::Leg> small_cycle() {
  std::vector<rig::Leg> legs(2);
  legs[0].strain = 0.01;
  legs[1].kind = rig::LegKind::cycle;
  legs[1].strain = 0.005;
  return legs;
}

// Without events, whatever the program: the stress is that of the law at the strain, and a cycle is closed.
TEST(HarvestedLegs, AClosedCycleInTheElasticRegimeReturns) {
  const seem::ElasticLaw law{1, 1, 10, 0.1, 0.05, 0};
  const auto map = std::make_shared<seem::LawMap>(
      seem::equal_width_grid({{0, 0}, {0.1, 1e-3}}, 2, 2), law, [](const seem::StatePoint&) { return 0; },
      [](const seem::StatePoint&, RandomStream&) { return seem::Jump{}; });
  const LoadingRecord record{1, 1, "lj", {}};
  const auto legs = compared_legs(small_cycle(), {record}, map, {{0, 2e-4}}, {3, 1, 1});
  ASSERT_EQ(legs.size(), 2U);
  const compare::MeanCurve& cycle = legs[1].walked;
  EXPECT_TRUE(legs[1].measured.x.empty());
  EXPECT_NEAR(cycle.x.back(), 0.02, 1e-12);
  EXPECT_NEAR(cycle.value.back(), cycle.value.front(), 1e-12);
  EXPECT_NEAR(cycle.value.front(), law.stress_at(0.01, 2e-4), 1e-9);
  for (std::size_t i = 0; i < cycle.x.size(); ++i) {
    const double way = cycle.x[i];
    const double strain = 0.01 + (way < 0.005 ? way : way < 0.015 ? 0.01 - way : way - 0.02);
    EXPECT_NEAR(cycle.value[i], law.stress_at(strain, 2e-4), 1e-6);
  }
}

// The mirrored map knows nothing of where it was: reloaded backward from zero stress specimens do, with the
// sign turned, what they do when they are first loaded from there, if X_1 says nothing.
TEST(HarvestedLegs, ReloadedBackwardTheMapIsAsFresh) {
  const LoadingRecord record{1, 1, "lj", {}};
  const auto legs = compared_legs(there_and_back(), {record}, seem::weakening_map(0), {{0, 0}}, {400, 1, 1});
  ASSERT_EQ(legs.size(), 3U);
  double worst = 0, largest = 0;
  for (std::size_t i = 5; i < 60; ++i) {
    const double at = legs[2].walked.x[i];
    const compare::Line first{legs[0].walked.x, legs[0].walked.value};
    const double error = std::hypot(legs[2].walked.error[i], legs[2].walked.error[i]);
    if (error < 1e-7) continue;
    worst = std::max(worst, std::abs(legs[2].walked.value[i] - compare::height_at(first, at)) / error);
    largest = std::max(largest, legs[2].walked.value[i]);
  }
  EXPECT_LT(worst, 5);
  EXPECT_GT(worst, 0);
  EXPECT_GT(largest, 0.03);
}

}  // namespace
}  // namespace vitrum::study
