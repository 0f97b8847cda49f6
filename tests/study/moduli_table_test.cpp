#include <gtest/gtest.h>

#include <cmath>

#include "study/tables.h"

namespace vitrum::study {
namespace {

SampleRecord glass(std::vector<double> strain, std::vector<double> shear) {
  SampleRecord record;
  record.model = "glass";
  record.moduli.put("strain", std::move(strain));
  record.moduli.put("shear_modulus", std::move(shear));
  return record;
}

const Quantity& row_with(const QuantityTable& table, const std::string& key) {
  for (const Quantity& quantity : table.rows)
    if (quantity.key == key) return quantity;
  throw std::runtime_error("no row " + key);
}

TEST(ModuliTable, TellsTheQuenchedStateFromFlow) {
  Results results;
  results.glass = {glass({0, 0.1, 0.5, 1}, {14, 99, 12, 14}), glass({0, 0.5}, {16, 15}), glass({0.1}, {99})};
  const QuantityTable table = moduli_table(results, 0.5);
  EXPECT_EQ(table.rows.size(), 2U);
  EXPECT_DOUBLE_EQ(row_with(table, "glass.quenched_shear_modulus").value, 15);
  EXPECT_DOUBLE_EQ(row_with(table, "glass.quenched_shear_modulus").error, 1);
  // Each glass counts once: 13 and 15.
  EXPECT_DOUBLE_EQ(row_with(table, "glass.flowing_shear_modulus").value, 14);
  EXPECT_DOUBLE_EQ(row_with(table, "glass.flowing_shear_modulus").error, 1);
}

TEST(ModuliTable, IsEmptyWhereNothingWasMeasured) {
  Results results;
  results.glass.resize(2);
  EXPECT_TRUE(moduli_table(results, 0.5).rows.empty());
}

TEST(ModuliTable, LeavesOutWhatWasNotFound) {
  Results results;
  results.glass = {glass({0, 0.6}, {10, std::nan("")}), glass({0, 0.6}, {12, 9})};
  const QuantityTable table = moduli_table(results, 0.5);
  EXPECT_DOUBLE_EQ(row_with(table, "glass.quenched_shear_modulus").value, 11);
  EXPECT_DOUBLE_EQ(row_with(table, "glass.flowing_shear_modulus").value, 9);
}

}  // namespace
}  // namespace vitrum::study
