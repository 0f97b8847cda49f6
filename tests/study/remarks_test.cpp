#include <gtest/gtest.h>

#include <algorithm>

#include "study/tables.h"

namespace vitrum::study {
namespace {

bool speaks_of(const std::vector<std::string>& remarks, const std::string& words) {
  return std::any_of(remarks.begin(), remarks.end(),
                     [&](const std::string& remark) { return remark.find(words) != std::string::npos; });
}

/// A reference of this width beside a lattice of 15 x 15 elements of length 6.6.
std::vector<std::string> remarks_on(double width) {
  Settings settings;
  settings.lattice.model.columns = settings.lattice.model.rows = 15;
  settings.lattice.model.element_length = 6.6;
  Results results;
  SampleRecord glass;
  glass.model = "glass";
  glass.measures.put("cell_width", width);
  results.glass.push_back(glass);
  results.lattice.emplace_back();
  return remarks(settings, results);
}

TEST(Remarks, CompareTheWidthsOfTheSamplesThatAreThere) {
  EXPECT_FALSE(speaks_of(remarks_on(98.8), "Finite size"));
  // Half the width: 2^0.94 = 1.92 times the fluctuations.
  EXPECT_TRUE(speaks_of(remarks_on(49.5), "the glasses are 49.5 wide, the lattices 99.0"));
  EXPECT_TRUE(speaks_of(remarks_on(49.5), "1.92 times as large"));
}

TEST(Remarks, SayWhenDropsAreNotAtHeldStrain) {
  Results results;
  SampleRecord& glass = results.glass.emplace_back();
  glass.surveys.push_back({0, 0, {LocalYield{}}, 0, ""});
  EXPECT_FALSE(speaks_of(remarks({}, results), "too small: an earlier version"));
  glass.surveys.front().held_strain = false;
  EXPECT_TRUE(speaks_of(remarks({}, results), "about 0.0008"));
}

TEST(Remarks, WindowsOfOneGlassAreNoGlasses) {
  Settings settings;
  Results results;
  results.calibration.models.emplace_back();
  EXPECT_FALSE(speaks_of(remarks(settings, results), "too small"));
  settings.reference.blocks = 4;
  EXPECT_TRUE(speaks_of(remarks(settings, results), "cut into 4 windows"));
}

TEST(Remarks, OneGlassTellsNothingOfTheScatter) { EXPECT_TRUE(speaks_of(remarks_on(98.8), "one glass.")); }

/// What is said of a glass whose flow has these numbers.
std::vector<std::string> remarks_on_flow(double slope, double raising) {
  Results results;
  results.tables.push_back(
      {"",
       "",
       {{"glass.slope", "", "", "", slope, 1, ""}, {"glass.raising_share", "", "", "", raising, 0.1, ""}}});
  return remarks(Settings(), results);
}

TEST(Remarks, NumbersThatNoGlassHas) {
  EXPECT_FALSE(speaks_of(remarks_on_flow(13, 0.04), "too large"));
  EXPECT_TRUE(speaks_of(remarks_on_flow(-2.6, 0), "the elastic slope of the glass is -2.6"));
  EXPECT_TRUE(speaks_of(remarks_on_flow(13, 0.29), "29 % of the events of the glass raise the stress"));
}

}  // namespace
}  // namespace vitrum::study
