#include "study/reduced_units.h"

#include <gtest/gtest.h>

#include "study/metal_units.h"

namespace vitrum::study {
namespace {

Group record() {
  Group out, events;
  out.put("stress_xy", std::vector<double>{1}, "model units");
  out.put("energy", std::vector<double>{1}, "model units");
  out.put("lowest_eigenvalue", std::vector<double>{2}, "model units");
  out.put("glass_energy", 1.0, "epsilon");
  out.put("largest_force", 1.0, "epsilon/sigma");
  out.put("volume", 1.0, "volume");
  out.put("strain", std::vector<double>{1}, "1");
  events.put("dissipated", std::vector<double>{1}, "model units");
  events.put("centre_x", std::vector<double>{1}, "length");
  out.groups["events"] = events;
  return out;
}

TEST(ReducedUnits, AreNamedByDimension) {
  Group two = record(), three = record();
  name_reduced_units(two, 2);
  name_reduced_units(three, 3);
  EXPECT_EQ(two.arrays.at("stress_xy").unit, "eps/sigma^2");
  EXPECT_EQ(three.arrays.at("stress_xy").unit, "eps/sigma^3");
  EXPECT_EQ(two.arrays.at("energy").unit, "eps");
  EXPECT_EQ(two.arrays.at("volume").unit, "sigma^2");
  EXPECT_EQ(three.arrays.at("volume").unit, "sigma^3");
  EXPECT_EQ(two.arrays.at("glass_energy").unit, "eps");
  EXPECT_EQ(two.arrays.at("largest_force").unit, "eps/sigma");
  EXPECT_EQ(two.arrays.at("strain").unit, "1");
  EXPECT_EQ(two.groups.at("events").arrays.at("dissipated").unit, "eps");
  EXPECT_EQ(two.groups.at("events").arrays.at("centre_x").unit, "sigma");
}

/// It is an energy per squared length in any dimension, and no stress.
TEST(ReducedUnits, EigenvaluesOfTheHessianAreNoStresses) {
  Group three = record(), metal = record();
  name_reduced_units(three, 3);
  EXPECT_EQ(three.arrays.at("lowest_eigenvalue").unit, "eps/sigma^2");
  name_metal_units(metal);
  EXPECT_EQ(metal.arrays.at("lowest_eigenvalue").unit, "eV/A^2");
  metal.arrays.at("lowest_eigenvalue").unit = "eV/A^3";  // as earlier versions said
  show_gigapascals(metal);
  EXPECT_EQ(metal.arrays.at("lowest_eigenvalue").unit, "eV/A^2");
  EXPECT_EQ(metal.doubles("lowest_eigenvalue").front(), 2);
  EXPECT_NEAR(metal.doubles("stress_xy").front(), 160.2176634, 1e-6);
}

}  // namespace
}  // namespace vitrum::study
