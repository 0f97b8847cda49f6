#include "elastoplastic/shear_redistribution.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/error.h"
#include "base/random.h"
#include "elastoplastic/kernel.h"

namespace vitrum::elastoplastic {
namespace {

// Sum over all sources of the tabulated kernel; its stress is G (Gamma s - s).
TEST(ShearRedistribution, IsTheKernelSummedUp) {
  constexpr int columns = 7, rows = 6, count = columns * rows;
  constexpr double shear = 3, bulk = 12;
  RandomStream random(1, 0, Purpose::test);
  std::vector<double> slip(count), strain(count), expected(count);
  for (double& one : slip) one = random.normal();
  const std::vector<KernelEntry> table = kernel(columns, rows, shear, bulk, 0);
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      const std::size_t source = row * columns + column;
      for (const KernelEntry& entry : table) {
        const std::size_t to =
            (row + entry.dy + rows) % rows * columns + (column + entry.dx + columns) % columns;
        expected[to] += slip[source] * entry.sxy / shear;
      }
    }
  ShearRedistribution redistribution(columns, rows, bulk / shear);
  redistribution.strain_of(slip, strain);
  for (std::size_t i = 0; i < count; ++i) EXPECT_NEAR(strain[i], expected[i] + slip[i], 1e-12);
  EXPECT_NEAR(std::accumulate(strain.begin(), strain.end(), 0.0), 0, 1e-12);
}

// Lines of equal plastic shear, along either direction, are compatible: neighbours give way, no stress is
// left but the mean. That is what shear bands of simple shear are.
TEST(ShearRedistribution, LetsBandsPass) {
  constexpr int side = 8;
  for (const bool along_rows : {true, false}) {
    std::vector<double> slip(side * side), strain(side * side);
    for (int i = 0; i < side; ++i) slip[along_rows ? 3 * side + i : i * side + 3] = 1;
    ShearRedistribution(side, side, 4).strain_of(slip, strain);
    for (std::size_t i = 0; i < slip.size(); ++i) EXPECT_NEAR(strain[i], slip[i] - 1.0 / side, 1e-12);
  }
}

TEST(ShearRedistribution, RefusesWhatIsNoLattice) {
  EXPECT_THROW(ShearRedistribution(1, 8, 4), InputError);
  EXPECT_THROW(ShearRedistribution(8, 8, 0), InputError);
}

}  // namespace
}  // namespace vitrum::elastoplastic
