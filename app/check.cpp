#include <fmt/format.h>

#include "app/commands.h"
#include "app/potential_table.h"
#include "app/stored_glasses.h"
#include "app/stored_loadings.h"
#include "app/stored_reference.h"
#include "edge/config/study_file.h"
#include "study/cost.h"

namespace vitrum::app {

int check(const StudyArguments& arguments) {
  StoredReference reference;
  const auto study = config::load_study(arguments.file, arguments.overrides,
                                        [&](study::Settings& settings, config::Findings& findings) {
                                          read_potential_table(arguments.file, settings, findings);
                                          read_stored_glasses(settings, findings);
                                          reference = read_stored_reference(settings, findings);
                                          read_stored_loadings(settings, findings);
                                        });
  const study::Cost cost = study::estimate(study.settings);
  fmt::print("{}: no mistakes.\n\n", arguments.file);
  for (const auto& remark : reference.remarks) fmt::print("Remark: {}\n\n", remark);
  fmt::print("{:<12} {:>12} {:>12} {:>12} {:>12}\n", "stage", "core time", "wall time", "memory", "disk");
  const auto line = [](const std::string& stage, double core, double wall, double memory, double disk) {
    fmt::print("{:<12} {:>10.0f} s {:>10.0f} s {:>9.0f} MB {:>9.1f} MB\n", stage, core, wall, memory / 1e6,
               disk / 1e6);
  };
  for (const auto& stage : cost.stages)
    line(stage.stage, stage.core_seconds, stage.wall_seconds, stage.memory_bytes, stage.disk_bytes);
  line("all", cost.core_seconds, cost.wall_seconds, cost.memory_bytes, cost.disk_bytes);
  fmt::print("\nEstimated from unit costs of one machine; yours may be twice as fast or slow.\n");
  return 0;
}

}  // namespace vitrum::app
