#include "study/harvest.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"
#include "known_map.h"
#include "study/element_job.h"
#include "study/harvest_progress.h"
#include "study/seem2024/figures.h"
#include "study/tables.h"

namespace vitrum::study {
namespace {

constexpr double no_term = std::numeric_limits<double>::infinity();
constexpr double slow_start = 2e-4, fast_start = 2.2e-3;  // inelastic energy at the beginning

/// Specimens whose law is known in closed form, from two preparations.
LoadingSet known_set(const std::string& label, double inelastic, std::uint64_t seed, int specimens,
                     double strain = 0.4, double strength = 1) {
  seem::KnownGlass glass;
  glass.yield_stress *= strength;
  LoadingSet out{label, {}};
  for (int i = 0; i < specimens; ++i)
    out.records.push_back({1, 1, "lj",
                           glass.sample({0, inelastic}, strain, 1e-3,
                                        RandomStream(seed, static_cast<std::uint64_t>(i), Purpose::test))});
  return out;
}

Harvest settings_of_known_law() {
  Harvest out;
  out.own = OwnSamples::glass;
  out.softening = 10;
  out.tau_a = out.tau_b = no_term;
  out.walkers = 400;
  return out;
}

const Harvested& known_harvest() {
  static const Harvested found =
      harvest(settings_of_known_law(),
              {known_set("slow", slow_start, 11, 60), known_set("fast", fast_start, 12, 60)}, 5, 1);
  return found;
}

TEST(HarvestStage, FindsTheLawOfAKnownGlass) {
  const Harvested& found = known_harvest();
  // u_0 is where the slow set begins, so that X_1 is counted from there and G_0 = 1 - X_1(slow)/u_A.
  EXPECT_NEAR(found.fit.modulus.value, 1 - slow_start / 10, 1e-6);
  EXPECT_EQ(found.fit.law.softening, 10);
  // This glass knows the bound but for the few drops that are larger than the stress.
  EXPECT_LT(found.beyond_bound, 1e-3);
  // The drift of the stress is zero where G = lambda times the mean drop: 600 (tau/tau_y)^2 0.02 tau_y = 1.
  const seem::KnownGlass glass;
  const double stress = glass.yield_stress * std::sqrt(1 / (600 * glass.mean_drop()));
  ASSERT_TRUE(found.attractor);
  EXPECT_NEAR(found.attractor->stress.value, stress, 4 * found.attractor->stress.error + 0.02 * stress);
  EXPECT_NEAR(found.attractor->inelastic.value, glass.stationary_inelastic - slow_start,
              4 * found.attractor->inelastic.error + 0.05 * glass.stationary_inelastic);
  EXPECT_LT(found.attractor->stress.error, 0.05 * stress);
  EXPECT_FALSE(found.stress_nullcline.empty());
  EXPECT_FALSE(found.inelastic_nullcline.empty());
  std::int64_t counted = 0;
  for (const std::int64_t count : found.jumps.counts) counted += count;
  EXPECT_EQ(counted, static_cast<std::int64_t>(found.library[found.most_visited].jumps.size()));
}

TEST(HarvestStage, ReplaysSpecimensThatItHasNotSeen) {
  const Harvested& found = known_harvest();
  ASSERT_EQ(found.sets.size(), 2U);
  for (const HarvestedSet& set : found.sets) {
    EXPECT_EQ(set.harvested, 45U) << set.label;
    EXPECT_EQ(set.held_out, 15U);
    ASSERT_TRUE(set.discrepancy);
    // What is left is chance, and the width of the bins.
    EXPECT_LT(set.discrepancy->stress.z, 2) << set.label;
    EXPECT_LT(set.discrepancy->inelastic.z, 2.5) << set.label;
    EXPECT_LT(set.unvisited, 0.02);
    EXPECT_EQ(set.specimen.strain.size(), set.specimen.states.size());
    EXPECT_EQ(set.walker.states.size(), set.specimen.states.size());
    EXPECT_EQ(set.walker.states.front(), set.specimen.states.front());
  }
  EXPECT_NEAR(found.sets[0].start.inelastic, 0, 1e-9);
  EXPECT_NEAR(found.sets[1].start.inelastic, fast_start - slow_start, 1e-9);
  ASSERT_EQ(found.crossings.size(), 1U);
  EXPECT_LT(found.crossings[0].measured.strength, 5);  // two variables are enough for this glass
}

/// Asks to stop when it hears of a part of the work.
class StopsIn : public Watcher {
 public:
  explicit StopsIn(std::string part) : part_(std::move(part)) {}
  void plan(const std::map<std::string, double>& cost) override { planned_ = cost; }
  void progress(const std::string& task, double share, const std::string& /*what*/) override {
    EXPECT_EQ(planned_.count(task), 1U) << task;
    EXPECT_GE(share, 0);
    EXPECT_LE(share, 1);
    if (stop_) ++heard_after_;
    if (task == part_) stop_ = true;
  }
  bool stop_requested() override { return stop_; }
  int heard_after() const { return heard_after_; }

 private:
  std::string part_;
  std::map<std::string, double> planned_;
  bool stop_ = false;
  int heard_after_ = 0;
};

TEST(HarvestStage, StopsInAnyOfItsParts) {
  Harvest settings = settings_of_known_law();
  settings.smooth = true;
  settings.walkers = 10;
  settings.variables = {names_of_variables().front()};
  settings.program.legs = {{rig::LegKind::shear, 0.25, 1}};
  const std::vector<LoadingSet> sets{known_set("one", 2e-4, 11, 12, 0.25)};
  for (const auto& [part, cost] : parts_of_harvest(settings, sets.size())) {
    StopsIn watcher(part);
    EXPECT_THROW(harvest(settings, sets, 5, 1, &watcher), Stopped) << part;
    EXPECT_EQ(watcher.heard_after(), 0) << part;
  }
  settings.smooth = false;
  StopsIn never("");
  const Harvested watched = harvest(settings, sets, 5, 1, &never), alone = harvest(settings, sets, 5, 1);
  EXPECT_EQ(watched.library, alone.library);
  EXPECT_EQ(watched.sets[0].replayed.back().stress.value, alone.sets[0].replayed.back().stress.value);
  // and the map is that which would be harvested by itself
  EXPECT_EQ(checksum(*watched.map), checksum(harvested_map(settings, sets)));
  EXPECT_EQ(watched.map->labels, std::vector<std::string>{"one"});
}

TEST(HarvestStage, GivesTheSameOnAnyNumberOfThreads) {
  const std::vector<LoadingSet> sets{known_set("one", 2e-4, 11, 8)};
  const Harvested a = harvest(settings_of_known_law(), sets, 5, 1),
                  b = harvest(settings_of_known_law(), sets, 5, 3);
  EXPECT_EQ(a.library, b.library);
  for (std::size_t i = 0; i < a.sets[0].replayed.size(); ++i)
    EXPECT_EQ(a.sets[0].replayed[i].stress.value, b.sets[0].replayed[i].stress.value);
}

TEST(HarvestStage, ComparesTheMapWithoutBins) {
  Harvest settings = settings_of_known_law();
  settings.smooth = true;
  settings.walkers = 10;
  const Harvested found = harvest(settings, {known_set("one", 2e-4, 11, 12, 0.25)}, 5, 1);
  ASSERT_TRUE(found.scores);
  EXPECT_GT(found.scores->binned.events, 10);
  EXPECT_EQ(found.scores->binned.events, found.scores->smooth.events);
  // Between what 400 bins know of nine specimens and a smooth law there is a difference, for the better.
  EXPECT_GT(found.scores->smooth.per_strain(), found.scores->binned.per_strain());
  settings.held_out = 0;
  const Harvested without = harvest(settings, {known_set("one", 2e-4, 11, 3)}, 5, 1);
  EXPECT_FALSE(without.scores);
  EXPECT_NE(without.without_scores.find("held out"), std::string::npos);
}

TEST(HarvestStage, OfOneSpecimenNobodyKnowsWhetherItsAttractorIsChance) {
  Harvest settings = settings_of_known_law();
  settings.modulus = 1;
  settings.bins = {4, 6};
  const Harvested found = harvest(settings, {known_set("one", slow_start, 11, 1, 2.0)}, 5, 1);
  ASSERT_TRUE(found.attractor) << found.without_attractor;
  EXPECT_TRUE(std::isnan(found.attractor->stress.error));
  EXPECT_EQ(seem2024::figure_2(found).claims.back().verdict, Verdict::unknown);
  EXPECT_EQ(found.fit.softening.error, 0);  // given, and no error of the others makes it one
}

TEST(HarvestStage, EverySetIsJudgedByItsOwnReplay) {
  const PaperFigure figure = seem2024::figure_4(known_harvest());
  for (const PaperClaim& claim : figure.claims) {
    EXPECT_NE(claim.here.find("slow "), std::string::npos) << claim.here;
    EXPECT_NE(claim.here.find("fast "), std::string::npos) << claim.here;
  }
}

TEST(HarvestStage, SpecimensThatAreAllAlikeAreHarvestedButNotCompared) {
  LoadingSet alike = known_set("one", slow_start, 11, 1);
  for (int i = 0; i < 3; ++i) alike.records.push_back(alike.records.front());
  Harvest settings = settings_of_known_law();
  settings.held_out = 0.5;
  const Harvested found = harvest(settings, {alike}, 5, 1);
  EXPECT_EQ(found.sets[0].held_out, 2U);
  EXPECT_FALSE(found.sets[0].discrepancy);
}

TEST(HarvestStage, RefusesWhatItCannotHarvest) {
  const Harvest settings = settings_of_known_law();
  EXPECT_THROW(harvest(settings, {}, 5, 1), InputError);
  EXPECT_THROW(harvest(settings, {{"empty", {}}}, 5, 1), InputError);
  LoadingSet metal = known_set("metal", 2e-4, 1, 2);
  for (LoadingRecord& record : metal.records) record.units = "metal";
  EXPECT_THROW(harvest(settings, {known_set("one", 2e-4, 11, 2), metal}, 5, 1), InputError);
}

TEST(HarvestTables, SayWhatWasFound) {
  const auto tables = harvest_tables(known_harvest());
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].rows[0].key, "harvest.G_0");
  EXPECT_NEAR(tables[0].rows[0].value, 1 - slow_start / 10, 1e-6);
  // Given so large that their terms are left out.
  EXPECT_EQ(tables[0].rows.size(), 1U);
  EXPECT_NE(tables[0].caption.find("leaves the terms of u_A and tau_A and tau_B out"), std::string::npos);
  for (const QuantityTable& table : tables)
    for (const Quantity& row : table.rows) EXPECT_FALSE(std::isnan(row.value)) << row.key;
}

/// What the age of specimens tells where slowly cooled ones are by a factor stronger for ever.
FurtherVariable age_told(double strength) {
  Harvest settings = settings_of_known_law();
  settings.variables = {"age"};
  settings.walkers = 10;
  const Harvested found = harvest(
      settings, {known_set("slow", slow_start, 11, 20, 0.4, strength), known_set("fast", fast_start, 12, 20)},
      5, 1);
  EXPECT_EQ(harvest_tables(found).size(), 4U);
  return found.variables.at(0);
}

TEST(HarvestStage, SaysWhatFurtherVariablesTell) {
  // In a glass of two variables X_1 forgets where it came from, and nothing else remembers.
  const FurtherVariable nothing = age_told(1), much = age_told(1.2);
  ASSERT_TRUE(nothing.gain) << nothing.without_gain;
  EXPECT_LT(nothing.gain->rate.value, 3 * nothing.gain->rate.error);
  EXPECT_LT(nothing.gain->drop.value, 3 * nothing.gain->drop.error);
  ASSERT_TRUE(much.gain) << much.without_gain;
  EXPECT_GT(much.gain->rate.value, 5 * much.gain->rate.error);
}

TEST(HarvestStage, SaysWhyAFurtherVariableIsNotJudged) {
  Harvest settings = settings_of_known_law();
  settings.modulus = 1;
  settings.variables = {"age"};
  const Harvested found = harvest(settings, {known_set("slow", slow_start, 11, 1, 10)}, 5, 1);
  EXPECT_FALSE(found.variables.at(0).gain);
  EXPECT_NE(found.variables.at(0).without_gain, "");
}

}  // namespace
}  // namespace vitrum::study
