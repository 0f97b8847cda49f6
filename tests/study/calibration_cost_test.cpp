#include "study/calibration_cost.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace vitrum::study {
namespace {

// Much as studies/castellanos2021-small.toml.
Settings paper_study() {
  Settings out;
  out.study.threads = 1;
  out.glass.samples = 0;
  out.lattice.samples = 128;
  out.lattice.program.legs = {{rig::LegKind::shear, 2, 1}};
  out.reference.radius = 30;
  out.calibrate.search = Search::surrogate;
  out.calibrate.variants = {"C", "A", "B", "D", "E", "F", "G", "H", "I"};
  out.calibrate.element_lengths = {3.5, 4.4, 6.6, 8.8, 10.5, 13.2};
  out.calibrate.samples = 32;
  out.calibrate.trials = 120;
  out.calibrate.final_samples = 96;
  out.calibrate.temperatures = {0.15, 0.2, 0.25, 0.3};
  out.calibrate.slip_systems = {8, 16, 36};
  out.calibrate.sizes = {5, 8, 15};
  return out;
}

double calibration_of(const Settings& settings) { return calibration_stage(settings).core_seconds; }

TEST(CalibrationCost, IsAStageOfTheStudy) {
  const Cost cost = estimate(paper_study());
  ASSERT_EQ(cost.stages.size(), 2U);
  EXPECT_EQ(cost.stages[0].stage, "calibration");
  double core = 0, wall = 0, disk = 0;
  for (const StageCost& stage : cost.stages) {
    for (const double one : {stage.core_seconds, stage.wall_seconds, stage.memory_bytes, stage.disk_bytes}) {
      EXPECT_TRUE(std::isfinite(one)) << stage.stage;
      EXPECT_GT(one, 0) << stage.stage;
    }
    core += stage.core_seconds;
    wall += stage.wall_seconds;
    disk += stage.disk_bytes;
  }
  EXPECT_DOUBLE_EQ(cost.core_seconds, core);
  EXPECT_DOUBLE_EQ(cost.wall_seconds, wall);
  EXPECT_DOUBLE_EQ(cost.disk_bytes, disk);
  EXPECT_NEAR(cost.stages[0].wall_seconds, cost.stages[0].core_seconds, 1e-9 * core);  // one thread
}

TEST(CalibrationCost, AddsUpOverModelsAndFurtherStages) {
  const Settings settings = paper_study();
  const auto stages = calibration_seconds(settings, expected_yardstick(settings.reference));
  EXPECT_EQ(stages.size(), 6U + 8 + 3);  // element lengths, other variants, further stages
  double sum = 0;
  for (const auto& [stage, seconds] : stages) {
    EXPECT_GT(seconds, 0) << stage;
    sum += seconds;
  }
  EXPECT_DOUBLE_EQ(sum, calibration_of(settings));
}

TEST(CalibrationCost, GrowsWithEverythingThatIsAskedFor) {
  const Settings base = paper_study();
  std::vector<Settings> more(8, base);
  more[0].calibrate.samples *= 2;
  more[1].calibrate.trials *= 2;
  more[2].calibrate.final_samples *= 2;
  more[3].calibrate.temperatures.push_back(0.5);
  more[4].calibrate.slip_systems.push_back(144);
  more[5].calibrate.sizes.push_back(30);
  more[6].calibrate.strain *= 2;
  more[7].calibrate.search = Search::paper;
  for (std::size_t i = 0; i < more.size(); ++i) EXPECT_GT(calibration_of(more[i]), calibration_of(base)) << i;
  // Nearly all are lattices of trials.
  EXPECT_NEAR(calibration_of(more[0]) / calibration_of(base), 2, 0.2);
  Settings one = base;
  one.calibrate.variants = {"C"};
  one.calibrate.element_lengths.clear();
  EXPECT_LT(calibration_of(one), calibration_of(base) / 10);
}

// A surrogate search has eight trials at a time.
TEST(CalibrationCost, ThreadsBeyondABatchOfTrialsWait) {
  Settings settings = paper_study();
  const double alone = calibration_stage(settings).wall_seconds;
  settings.study.threads = 8;
  EXPECT_NEAR(calibration_stage(settings).wall_seconds, alone / 8, 1e-9 * alone);
  settings.study.threads = 64;
  const double many = calibration_stage(settings).wall_seconds;
  EXPECT_GT(many, 0.9 * alone / 8);
  settings.calibrate.search = Search::paper;  // 41 values of k
  const StageCost paper = calibration_stage(settings);
  EXPECT_LT(paper.wall_seconds, paper.core_seconds / 15);
}

}  // namespace
}  // namespace vitrum::study
