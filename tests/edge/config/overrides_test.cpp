#include "edge/config/overrides.h"

#include <gtest/gtest.h>

#include <string>

#include "edge/config/study_file.h"

namespace vitrum::config {
namespace {

const std::string text = R"([glass]
samples = 0

[lattice]
rows = 8

[[lattice.leg]]
kind = "shear"
strain = 2.0

[[lattice.leg]]
kind = "unload"
)";

study::Settings with(const std::vector<std::string>& overrides) {
  return parse_study(text, "a.toml", overrides).settings;
}

TEST(Overrides, ReplaceWhatTheFileSays) { EXPECT_EQ(with({"lattice.rows=4"}).lattice.model.rows, 4); }

TEST(Overrides, AddWhatTheFileLacksInTablesItHasNot) {
  EXPECT_EQ(with({"compare.from=0.25"}).compare.from, 0.25);
  EXPECT_EQ(with({"glass.liquid.duration=5"}).glass.liquid.duration, 5);
}

TEST(Overrides, MayHaveBlanksAndTheLastOneCounts) {
  EXPECT_EQ(with({"lattice.rows=4", " lattice.rows = 5 "}).lattice.model.rows, 5);
}

TEST(Overrides, TakeBareWordsAsText) {
  EXPECT_EQ(with({"lattice.mode=mepls"}).lattice.model.mode, elastoplastic::Mode::mepls);
  EXPECT_EQ(with({"lattice.mode=\"mepls\""}).lattice.model.mode, elastoplastic::Mode::mepls);
  EXPECT_EQ(with({"study.output=results/a b=c"}).study.output, "results/a b=c");
  EXPECT_EQ(with({"study.title=2024"}).study.title, "2024");
  EXPECT_EQ(with({"study.title=true"}).study.title, "true");
  EXPECT_EQ(with({"study.title=\"true\""}).study.title, "true");
  EXPECT_EQ(with({"study.title=\"\""}).study.title, "");
}

TEST(Overrides, ReachLegsByTheirNumber) {
  EXPECT_EQ(with({"lattice.leg[1].strain=0.5"}).lattice.program.legs[0].strain, 0.5);
  const auto legs =
      with({"lattice.leg[2].kind=reload forward", "lattice.leg[2].strain=0.1"}).lattice.program.legs;
  EXPECT_EQ(legs[1], (rig::Leg{rig::LegKind::reload_forward, 0.1, 1}));
}

TEST(Overrides, TakeListsAndWholePrograms) {
  EXPECT_EQ(with({"lattice.snapshots=[0.5, 1]"}).lattice.program.snapshots, (std::vector<double>{0.5, 1}));
  const auto legs = with({"lattice.leg=[{kind = \"shear\", strain = 0.3}]"}).lattice.program.legs;
  EXPECT_EQ(legs, (std::vector<rig::Leg>{{rig::LegKind::shear, 0.3, 1}}));
}

TEST(Overrides, MendAnErrorOfTheFile) {
  const std::string wrong = text + "\n[compare]\nfrom = \"early\"\n";
  EXPECT_EQ(parse_study(wrong, "a.toml", {"compare.from=0.1"}).settings.compare.from, 0.1);
}

}  // namespace
}  // namespace vitrum::config
