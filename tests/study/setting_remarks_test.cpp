#include "study/setting_remarks.h"

#include <gtest/gtest.h>

namespace vitrum::study {
namespace {

/// A glass of paper 1, sheared to 0.8, about which there is nothing to say.
Settings usual_study() {
  Settings settings;
  settings.glass.samples = 1;
  settings.lattice.samples = 0;
  settings.glass.program.increment = 1e-4;
  settings.glass.program.legs = {{rig::LegKind::shear, 0.8}};
  settings.compare.from = 0.4;
  return settings;
}

/// The only remark on the study, or nothing.
std::string remark_on(const Settings& settings) {
  const std::vector<std::string> remarks = setting_remarks(settings);
  EXPECT_LE(remarks.size(), 1U);
  return remarks.empty() ? "" : remarks.front();
}

bool begins(const std::string& remark, const std::string& words) { return remark.starts_with(words); }

TEST(SettingRemarks, NothingIsSaidOfAUsualStudy) { EXPECT_EQ(remark_on(usual_study()), ""); }

TEST(SettingRemarks, ALiquidBelowTheGlassTransition) {
  Settings settings = usual_study();
  settings.glass.liquid.temperature = 0.3;
  EXPECT_TRUE(begins(remark_on(settings), "Cold liquid: glass.liquid.temperature is 0.3,"));
  settings.glass.potential = "ka3d";  // whose transition is another
  EXPECT_EQ(remark_on(settings), "");
  settings.glass.potential = "lj2d";
  settings.glass.from = {"glasses"};  // which are not quenched
  EXPECT_EQ(remark_on(settings), "");
}

TEST(SettingRemarks, LargeIncrements) {
  Settings settings = usual_study();
  settings.glass.program.increment = 5e-4;
  EXPECT_EQ(remark_on(settings), "");
  settings.glass.program.increment = 2e-3;
  EXPECT_TRUE(begins(remark_on(settings), "Large increments: glass.increment is 0.002."));
}

TEST(SettingRemarks, AWindowBehindTheEnd) {
  Settings settings = usual_study();
  settings.compare.from = 0.9;
  EXPECT_TRUE(
      begins(remark_on(settings),
             "No averages of flow: compare.from is 0.9, but the first leg of the glass ends at 0.8."));
  settings.glass.samples = 0;
  settings.lattice.samples = 1;
  settings.lattice.program.legs = {{rig::LegKind::shear, 0.5}};
  EXPECT_TRUE(
      begins(remark_on(settings),
             "No averages of flow: compare.from is 0.9, but the first leg of the lattice ends at 0.5."));
}

TEST(SettingRemarks, AFirstLegBackward) {
  Settings settings = usual_study();
  settings.glass.program.legs = {{rig::LegKind::shear, -0.1}};
  EXPECT_TRUE(begins(remark_on(settings), "No averages of flow: the first leg of the glass goes to -0.1."));
}

TEST(SettingRemarks, NothingIsSaidOfAModelWithoutSamples) {
  Settings settings = usual_study();
  settings.glass.samples = 0;
  settings.glass.program.increment = 0.05;
  settings.compare.from = 2;
  EXPECT_EQ(remark_on(settings), "");
}

}  // namespace
}  // namespace vitrum::study
