#include <gtest/gtest.h>

#include <algorithm>

#include "study/liquid_relaxation.h"
#include "study/tables.h"

namespace vitrum::study {
namespace {

/// Glasses whose liquids, held for 200, had these relaxation times; 0: they never relaxed.
Results glasses_of(const std::vector<double>& times) {
  Results out;
  for (const double time : times) {
    SampleRecord glass;
    glass.model = "glass";
    Group liquid;
    for (const char* name : {"temperature_mean", "energy_mean", "energy_drift", "drift"})
      liquid.put(name, 0.0);
    liquid.put("relaxation_time", time);
    liquid.put("hold_in_relaxation_times", time > 0 ? 200 / time : 0.0);
    glass.measures.groups["liquid"] = liquid;
    for (const char* name : {"glass_energy", "largest_force", "largest_residual"})
      glass.measures.put(name, 0.0);
    out.glass.push_back(glass);
  }
  return out;
}

QuantityTable table_of(const std::vector<double>& times) {
  Settings settings;
  settings.glass.liquid.duration = 200;
  return preparation_table(settings, glasses_of(times));
}

Quantity row_of(const QuantityTable& table, const std::string& key) {
  const auto found =
      std::find_if(table.rows.begin(), table.rows.end(), [&](const Quantity& row) { return row.key == key; });
  EXPECT_NE(found, table.rows.end()) << key;
  return found == table.rows.end() ? Quantity{} : *found;
}

bool says(const std::vector<std::string>& remarks, const std::string& words) {
  return std::any_of(remarks.begin(), remarks.end(),
                     [&](const std::string& remark) { return remark.find(words) != std::string::npos; });
}

TEST(PreparationTable, LiquidsHeldLongEnoughAreInEquilibrium) {
  const QuantityTable table = table_of({10, 20});
  EXPECT_NE(table.caption.find("A liquid in equilibrium"), std::string::npos);
  EXPECT_EQ(row_of(table, "glass.relaxation_time").value, 15);
  EXPECT_EQ(row_of(table, "glass.hold_in_relaxation_times").value, 15);  // of 20 and 10
  EXPECT_EQ(row_of(table, "glass.relaxation_time").label, "Structural relaxation time");
}

TEST(PreparationTable, LiquidsThatNeverRelaxedBoundTheMean) {
  const QuantityTable table = table_of({100, 0});
  EXPECT_EQ(table.caption.find("equilibrium"), std::string::npos);
  const Quantity time = row_of(table, "glass.relaxation_time");
  EXPECT_EQ(time.value, 150);  // 200 in the place of what is longer
  EXPECT_LT(time.error, 0);
  EXPECT_EQ(time.label, "Structural relaxation time, at least");
  EXPECT_NE(time.note.find("longer than the hold in 1 of 2 samples"), std::string::npos);
  EXPECT_EQ(row_of(table, "glass.hold_in_relaxation_times").label, "Hold time in relaxation times, at most");
}

TEST(PreparationTable, ShortHoldsAreNoEquilibrium) {
  EXPECT_EQ(table_of({10, 21}).caption.find("equilibrium"), std::string::npos);
}

TEST(PreparationTable, RecordsThatDidNotWatchTellNothing) {
  Results results = glasses_of({10});
  results.glass.front().measures.groups["liquid"].arrays.erase("relaxation_time");
  const QuantityTable table = preparation_table(Settings(), results);
  EXPECT_EQ(table.caption.find("equilibrium"), std::string::npos);
  EXPECT_TRUE(std::none_of(table.rows.begin(), table.rows.end(),
                           [](const Quantity& row) { return row.key == "glass.relaxation_time"; }));
}

TEST(PreparationTable, RemarksSayWhatWasNotInEquilibrium) {
  EXPECT_TRUE(
      says(remarks(Settings(), glasses_of({0, 10})), "the structure of 1 of 2 liquids never relaxed"));
  EXPECT_TRUE(says(remarks(Settings(), glasses_of({25, 10})), "1 of 2 liquids were held for less than 10"));
  EXPECT_FALSE(says(remarks(Settings(), glasses_of({20, 10})), "liquids"));
}

}  // namespace
}  // namespace vitrum::study
