#include <fmt/format.h>

#include "app/commands.h"
#include "app/study_work.h"
#include "base/duration.h"
#include "study/cost.h"
#include "study/setting_remarks.h"

namespace vitrum::app {

int check(const StudyArguments& arguments) {
  const ReadStudy study = read_study(arguments.file, arguments.overrides);
  const study::Cost cost = study::estimate(study.parsed.settings);
  fmt::print("{}: no mistakes.\n\n", arguments.file);
  for (const auto& remark : study.reference.remarks) fmt::print("Remark: {}\n\n", remark);
  for (const auto& remark : study::setting_remarks(study.parsed.settings))
    fmt::print("Remark: {}\n\n", remark);
  fmt::print("{:<12} {:>12} {:>12} {:>12} {:>12}\n", "stage", "core time", "wall time", "memory", "disk");
  const auto line = [](const std::string& stage, double core, double wall, double memory, double disk) {
    fmt::print("{:<12} {:>12} {:>12} {:>9.0f} MB {:>9.1f} MB\n", stage, duration_in_words(core),
               duration_in_words(wall), memory / 1e6, disk / 1e6);
  };
  for (const auto& stage : cost.stages)
    line(stage.stage, stage.core_seconds, stage.wall_seconds, stage.memory_bytes, stage.disk_bytes);
  line("all", cost.core_seconds, cost.wall_seconds, cost.memory_bytes, cost.disk_bytes);
  fmt::print("\nEstimated from unit costs of one machine; yours may be twice as fast or slow.\n");
  return 0;
}

}  // namespace vitrum::app
