#include "study/lattice_mesh.h"

#include <gtest/gtest.h>

namespace vitrum::study {
namespace {

struct Row {
  double length;
  int columns, slip_systems, patch;
};
// Paper 1, table 1.
constexpr Row table[]{{3.5, 29, 8, 15}, {4.4, 23, 16, 12}, {6.6, 15, 36, 8},
                      {8.8, 11, 64, 6}, {10.5, 9, 92, 5},  {13.2, 8, 144, 4}};

TEST(LatticeMesh, GivesTable1FromEveryOfItsRows) {
  for (const Row& from : table)
    for (const Row& to : table) {
      elastoplastic::LatticeSettings lattice;
      lattice.columns = lattice.rows = from.columns;
      lattice.element_length = from.length;
      lattice.slip_systems = from.slip_systems;
      const double width = from.columns * from.length;
      const auto out = with_element_length(lattice, to.length);
      EXPECT_EQ(out.element_length, to.length);
      EXPECT_EQ(out.slip_systems, to.slip_systems);
      EXPECT_EQ(out.rows, out.columns);
      EXPECT_NEAR(out.columns * to.length, width, 0.075 * width);  // 8 x 13.2 is 7 % wider than the glass
      if (from.length == 6.6) {
        EXPECT_EQ(out.columns, to.columns);
      }
    }
}

TEST(LatticeMesh, PatchesOfRadius30AreThoseOfTable1) {
  for (const Row& row : table) EXPECT_EQ(patch_elements(30, row.length), row.patch) << row.length;
  EXPECT_EQ(patch_elements(1, 6.6), 1);
}

TEST(LatticeMesh, OtherLatticesKeepTheirAreaAndTheirDensityOfSlipSystems) {
  elastoplastic::LatticeSettings lattice;
  lattice.columns = 40;
  lattice.rows = 20;
  lattice.element_length = 5;
  lattice.slip_systems = 20;  // 0.8 per area
  const auto out = with_element_length(lattice, 8);
  EXPECT_EQ(out.columns, 25);
  EXPECT_EQ(out.rows, 13);          // 12.5
  EXPECT_EQ(out.slip_systems, 52);  // 51.2
  const auto same = with_element_length(lattice, 5);
  EXPECT_EQ(same.columns, 40);
  EXPECT_EQ(same.slip_systems, 20);
}

}  // namespace
}  // namespace vitrum::study
