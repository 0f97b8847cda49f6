#include "elastoplastic/dense_elasticity.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace vitrum::elastoplastic {
namespace {

using Table = ResponseTable;

/// Any numbers: more elements than are updated at once.
Table random_table(std::size_t elements) {
  RandomStream random(4, elements, Purpose::test);
  Table table(elements, true);
  for (std::size_t source = 0; source < elements; ++source)
    for (const auto row : {Table::diagonal_of_diagonal, Table::shear_of_diagonal, Table::diagonal_of_shear,
                           Table::shear_of_shear, Table::pressure_of_diagonal, Table::pressure_of_shear})
      for (std::size_t e = 0; e < elements; ++e) table.row(source, row)[e] = random.normal();
  return table;
}

TEST(DenseElasticity, AddsTheRowsOfTheSlippingElements) {
  const std::size_t elements = 1100;
  const Table table = random_table(elements);
  DenseElasticity elasticity(table, Loading());
  EXPECT_EQ(elasticity.elements(), elements);
  StressField stress(elements, true), without_pressure(elements);
  const std::vector<ElementSlip> slips{{3, {0.5, -2}}, {1099, {1, 0.25}}, {3, {0, 1}}};
  elasticity.add(slips, stress);
  elasticity.add(slips, without_pressure);
  for (std::size_t e = 0; e < elements; ++e) {
    const auto of = [&](std::size_t source, Table::Row row) { return table.row(source, row)[e]; };
    EXPECT_NEAR(stress.diagonal[e],
                0.5 * of(3, Table::diagonal_of_diagonal) - of(3, Table::diagonal_of_shear) +
                    of(1099, Table::diagonal_of_diagonal) + 0.25 * of(1099, Table::diagonal_of_shear),
                1e-14);
    EXPECT_NEAR(stress.shear[e],
                0.5 * of(3, Table::shear_of_diagonal) - of(3, Table::shear_of_shear) +
                    of(1099, Table::shear_of_diagonal) + 0.25 * of(1099, Table::shear_of_shear),
                1e-14);
    EXPECT_NEAR(stress.pressure[e],
                0.5 * of(3, Table::pressure_of_diagonal) - of(3, Table::pressure_of_shear) +
                    of(1099, Table::pressure_of_diagonal) + 0.25 * of(1099, Table::pressure_of_shear),
                1e-14);
  }
  EXPECT_EQ(without_pressure.diagonal, stress.diagonal);
  EXPECT_EQ(without_pressure.shear, stress.shear);
}

TEST(DenseElasticity, SelfStressProjectsTheOwnResponse) {
  const Table table = random_table(5);
  const DenseElasticity elasticity(table, Loading());
  const Deviator direction{0.6, 0.8};
  const Deviator change{
      0.6 * table.row(2, Table::diagonal_of_diagonal)[2] + 0.8 * table.row(2, Table::diagonal_of_shear)[2],
      0.6 * table.row(2, Table::shear_of_diagonal)[2] + 0.8 * table.row(2, Table::shear_of_shear)[2]};
  EXPECT_NEAR(elasticity.self_stress(2, direction), dot(change, direction), 1e-14);
}

TEST(DenseElasticity, KeepsTheLoadingItWasGiven) {
  Loading loading;
  loading.mean = {0.1, 13};
  const DenseElasticity elasticity(Table(2, false), loading);
  EXPECT_EQ(elasticity.loading().mean, loading.mean);
}

}  // namespace
}  // namespace vitrum::elastoplastic
