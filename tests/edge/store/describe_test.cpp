#include "edge/store/describe.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "edge/store/provenance.h"
#include "example_record.h"
#include "temporary_folder.h"

namespace vitrum::store {
namespace {

class DescribeTest : public ::testing::Test {
 protected:
  void SetUp() override { write_file(path_, example_file()); }
  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_ / "lattice-007.h5";
};

TEST_F(DescribeTest, SaysWhatAPersonWantsToKnow) {
  const std::string text = describe_file(path_);
  for (const std::string part :
       {": finished record of lattice 7, file format 1\n",
        "  1000 states and 2 events, strain 0 to 142.71428571428572 in increments of "
        "0.14285714285714285, fields at strain 0.5\n",
        "      stress_xy               1000 reals            [model units] mean stress, tension positive",
        "        plastic_strain        2 x 3 reals           [1] row 0 at the bottom\n",
        "    cost                      = 1.5                 [s] computing time\n", "\nProvenance\n",
        "  seed                        = 42\n", "    title = \"Gläser, γ̇ → 0\"\n"})
    EXPECT_TRUE(contains(text, part)) << part << "\nis not in\n" << text;
}

TEST_F(DescribeTest, SaysTheSameToPrograms) {
  const auto json = nlohmann::json::parse(describe_file_as_json(path_));
  EXPECT_EQ(json["kind"], "sample");
  EXPECT_EQ(json["format_version"], 1);
  EXPECT_EQ(json["summary"]["model"], "lattice");
  EXPECT_EQ(json["summary"]["samples"][0]["sample"], 7);
  EXPECT_EQ(json["summary"]["samples"][0]["states"], 1000);
  EXPECT_EQ(json["summary"]["samples"][0]["events"], 2);
  EXPECT_EQ(json["summary"]["samples"][0]["strain"][1].get<double>(), 999 / 7.0);
  EXPECT_EQ(json["summary"]["samples"][0]["snapshots"], nlohmann::json::array({0.5}));
  EXPECT_EQ(json["provenance"]["seed"]["value"], 42);
  const auto map = json["content"]["snapshots"]["0000"]["fields"]["plastic_strain"];
  EXPECT_EQ(map["shape"], nlohmann::json::array({2, 3}));
  EXPECT_EQ(map["unit"], "1");
}

TEST_F(DescribeTest, TakesACheckpointOfAnything) {
  File file{std::string(checkpoint_kind), {}, {}};
  file.content.texts["stage"] = "broken \xff text";
  file.content.put("clock", std::vector<std::int64_t>{1, 2});
  write_file(path_, file);
  EXPECT_TRUE(contains(describe_file(path_), ": checkpoint, file format 1\n"));
  EXPECT_EQ(nlohmann::json::parse(describe_file_as_json(path_))["content"]["clock"]["type"], "integer");
}

TEST_F(DescribeTest, CountsManySamplesOfOneFile) {
  File file = example_file();
  const Group sample = file.content;
  file.content = {};
  for (std::int64_t i = 0; i < 12; ++i) {
    file.content.groups[std::to_string(i)] = sample;
    file.content.groups[std::to_string(i)].put("sample", 32 + i);
    if (i > 0) file.content.groups[std::to_string(i)].groups["snapshots"].groups.clear();
  }
  write_file(path_, file);
  const std::string text = describe_file(path_);
  EXPECT_TRUE(contains(text, ": finished record of 12 samples of model lattice, file format 1\n")) << text;
  EXPECT_TRUE(contains(text, "\n  (10 more like 1)\n")) << text;
  const auto json = nlohmann::json::parse(describe_file_as_json(path_));
  ASSERT_EQ(json["summary"]["samples"].size(), 12u);
  for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(json["summary"]["samples"][i]["sample"], 32 + i);
}

TEST(Provenance, NamesProgramAndMachine) {
  Provenance provenance;
  provenance.study = "title = 1";
  provenance.seed = 42;
  provenance.program = {"0.1.0", "abc", "GNU 12.2.0", "-O3", "Release"};
  provenance.machine = this_machine();
  const Group group = to_group(provenance);
  EXPECT_EQ(group.text("study"), "title = 1");
  EXPECT_EQ(group.integer("seed"), 42);
  EXPECT_EQ(group.text("compiler_flags"), "-O3");
  EXPECT_EQ(group.text("commit"), "abc");
  EXPECT_TRUE(contains(group.text("system"), "Linux"));
  EXPECT_FALSE(group.text("cpu").empty());
  EXPECT_GE(group.integer("cores"), 1);
  EXPECT_EQ(group.texts.count("host"), 0u);
  provenance.machine.host = "node7";
  EXPECT_EQ(to_group(provenance).text("host"), "node7");
}

}  // namespace
}  // namespace vitrum::store
