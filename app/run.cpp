#include "study/run.h"

#include <fmt/format.h>

#include "app/commands.h"
#include "app/page.h"
#include "app/stored_glasses.h"
#include "edge/config/write_settings.h"
#include "edge/store/result_folder.h"
#include "edge/terminal/progress.h"

namespace vitrum::app {

int run(const StudyArguments& arguments) {
  auto overrides = arguments.overrides;
  if (!arguments.output.empty()) overrides.push_back("study.output=" + arguments.output);
  study::StoredGlasses stored;
  const auto study = config::load_study(arguments.file, overrides,
                                        [&](study::Settings& settings, config::Findings& findings) {
                                          stored = read_stored_glasses(settings, findings);
                                        });
  const std::filesystem::path folder = study.settings.study.output;

  terminal::catch_stop_signals();
  terminal::Progress progress;
  const store::Provenance provenance = provenance_of(study);
  store::ResultFolder records(folder, store::to_group(provenance));
  study::run(study.settings, config::origin_of(study.settings), records, progress, stored);
  write_page(folder, provenance);
  progress.say("done");
  fmt::print("Page:    {}\nNumbers: {}\nRecords: {}\n", (folder / "report.html").string(),
             (folder / "summary.json").string(), (folder / "*.h5").string());
  return 0;
}

}  // namespace vitrum::app
