#include <gtest/gtest.h>

#include <algorithm>

#include "elastoplastic/lattice_specimen.h"

namespace vitrum::elastoplastic {
namespace {

// Under homogeneous loading the first element to slip is the one that bears the least stress along it.
TEST(LastRearrangement, IsCentredWhereTheAvalancheBegan) {
  LatticeSettings settings;
  settings.columns = 9;
  settings.rows = 6;
  settings.element_length = 2;
  LatticeSpecimen lattice(settings, 8, 0);
  int events = 0, elsewhere = 0;
  for (int k = 1; events < 100; ++k) {
    const auto distance = lattice.fields().doubles("directional_distance");  // that of alpha = 0 is the first
    const auto end = distance.begin() + 9 * 6;
    const auto weakest = std::min_element(distance.begin(), end) - distance.begin();
    if (lattice.strain_to(k * 1e-4).slips == 0) continue;
    ++events;
    const auto moved = lattice.last_rearrangement();
    ASSERT_TRUE(moved.has_value());
    EXPECT_EQ(moved->centre[0], 2.0 * (static_cast<double>(weakest % 9) + 0.5)) << k;
    EXPECT_EQ(moved->centre[1], 2.0 * (static_cast<double>(weakest / 9) + 0.5)) << k;
    if (moved->participation > 1) ++elsewhere;
  }
  EXPECT_GT(elsewhere, 30);  // most events are more than the element that began
}

TEST(LastRearrangement, IsUnknownBeforeAnythingSlipped) {
  LatticeSpecimen lattice(LatticeSettings{}, 8, 0);
  lattice.strain_to(1e-4);
  EXPECT_FALSE(lattice.last_rearrangement().has_value());
}

}  // namespace
}  // namespace vitrum::elastoplastic
