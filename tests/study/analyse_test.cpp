#include <gtest/gtest.h>

#include <algorithm>

#include "study/event_sizes.h"
#include "study/run.h"
#include "study/tables.h"

namespace vitrum::study {
namespace {

State state_at(double strain, double stress) {
  State state;
  state.strain = strain;
  state.stress.xy = stress;
  return state;
}

/// Increments of 0.1 to strain 1, modulus 10: an avalanche of `slips` slips at every other increment drops
/// the stress back to zero, from where it started.
SampleRecord lattice(std::int64_t slips) {
  SampleRecord record;
  record.model = "lattice";
  record.history.increment = 0.1;
  record.history.states.push_back(state_at(0, 0));
  for (int k = 2; k <= 10; k += 2) {
    Event event;
    event.state = static_cast<std::int64_t>(record.history.states.size());
    event.strain = 0.1 * k;
    event.stress_before = 2;
    event.slips = slips;
    event.duration = slips - 1;
    event.participation = 2;
    record.history.events.push_back(event);
    record.history.states.push_back(state_at(0.1 * k, 0));
  }
  record.history.leg.assign(record.history.states.size(), 0);
  return record;
}

Settings settings() {
  Settings out;
  out.glass.samples = 0;
  out.lattice.program.legs = {{rig::LegKind::shear, 1}};
  out.glass.program.legs = {{rig::LegKind::shear, 1}};
  out.compare.from = 0.4;
  return out;
}

const Quantity* row(const Results& results, const std::string& key) {
  for (const auto& table : results.tables)
    for (const auto& quantity : table.rows)
      if (quantity.key == key) return &quantity;
  return nullptr;
}

TEST(Analyse, DescribesLatticesWithoutAGlass) {
  Results results;
  results.lattice = {lattice(2), lattice(4)};
  analyse(settings(), results);
  EXPECT_FALSE(results.compared);
  EXPECT_EQ(results.description.model, "lattice");
  EXPECT_EQ(results.description.macroscale.quantities.size(), 3U);
  EXPECT_DOUBLE_EQ(row(results, "lattice.slips_per_event")->value, 3);
  EXPECT_NEAR(row(results, "lattice.slips_per_event")->error, 1, 1e-14);
  EXPECT_DOUBLE_EQ(row(results, "lattice.duration_per_event")->value, 2);
  EXPECT_DOUBLE_EQ(row(results, "lattice.participation_per_event")->value, 2);
  EXPECT_DOUBLE_EQ(row(results, "lattice.raising_share")->value, 0);
  // Those at 0.6, 0.8 and 1 of both lattices, as in the table: the window begins behind the one at 0.4.
  EXPECT_EQ(results.avalanche_sizes.slips.events, 6);
  EXPECT_EQ(row(results, "lattice.events")->value, 6);
}

TEST(Analyse, DescribesNothingOfASingleSample) {
  Results results;
  results.lattice = {lattice(2)};
  analyse(settings(), results);
  EXPECT_TRUE(results.description.model.empty());
  EXPECT_EQ(results.avalanche_sizes.slips.events, 3);
}

TEST(AvalancheSizes, AreProbabilitiesOfWholeNumbers) {
  const AvalancheSizes sizes = avalanche_sizes({lattice(1), lattice(2)}, 0.4);
  EXPECT_EQ(sizes.from, 0.4);
  EXPECT_EQ(sizes.slips.edges, (std::vector<double>{0.5, 1.5, 2.5}));
  EXPECT_EQ(sizes.slips.value, (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(sizes.elements.value, (std::vector<double>{0, 1}));
  // Past the end there are none: all events then.
  EXPECT_EQ(avalanche_sizes({lattice(1)}, 2).slips.events, 5);
}

TEST(ParentLiquidTable, AveragesWhatTheMeasuresHold) {
  std::vector<SampleRecord> lattices(3);
  for (int i = 0; i < 2; ++i) {
    Group& measures = lattices[static_cast<std::size_t>(i)].measures;
    measures.put("liquid_events", std::int64_t{1400 + 100 * i});
    measures.put("quench_von_mises", 0.25 + 0.5 * i);
  }
  const QuantityTable table = parent_liquid_table(lattices);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].key, "lattice.liquid_events");
  EXPECT_DOUBLE_EQ(table.rows[0].value, 1450);
  EXPECT_NEAR(table.rows[0].error, 50, 1e-12);
  EXPECT_DOUBLE_EQ(table.rows[1].value, 0.5);
  EXPECT_TRUE(parent_liquid_table({{}}).rows.empty());
}

}  // namespace
}  // namespace vitrum::study
