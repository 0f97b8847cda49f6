#include "app/study_work.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "app/lammps_engine.h"
#include "app/other_study.h"
#include "app/page.h"
#include "app/potential_table.h"
#include "app/shared_page.h"
#include "app/stored_glasses.h"
#include "app/stored_loadings.h"
#include "base/duration.h"
#include "base/parallel.h"
#include "edge/config/write_settings.h"
#include "edge/store/result_folder.h"
#include "study/calibrate.h"
#include "study/cost.h"
#include "study/setting_remarks.h"

namespace vitrum::app {

namespace {

/// Reads the files that a study names into `out`, and begins LAMMPS if it asks for it; `file` is that of the
/// study.
config::FurtherCheck reading_files(const std::string& file, ReadStudy& out) {
  return [&out, file](study::Settings& settings, config::Findings& findings) {
    read_potential_table(file, settings, findings);
    begin_lammps(file, settings, findings);
    out.glasses = read_stored_glasses(settings, findings);
    out.reference = read_stored_reference(settings, findings);
    out.loadings = read_stored_loadings(settings, findings);
  };
}

/// What all processes that share a folder must agree about: the program, and all settings but those that say
/// how it is to work. Also those of the comparison, for one of the processes makes the page of all.
std::string common_to_all(const study::Settings& settings, const BuildInfo& program) {
  study::Settings common = settings;
  common.study.threads = study::General().threads;
  common.study.checkpoint_interval = study::General().checkpoint_interval;
  common.study.output = "";
  std::string out = "program = vitrum " + program.version + " " + program.commit + "\n";
  for (const auto& [name, value] : config::settings_list(common)) out += name + " = " + value + "\n";
  return out;
}

/// "expected in all: calibration 120 s, lattice 3 s of 2 threads".
std::string expected_work(const study::Settings& settings) {
  std::string out;
  for (const study::StageCost& stage : study::estimate(settings).stages)
    out += fmt::format("{} {} {}", out.empty() ? "expected in all:" : ",", stage.stage,
                       duration_in_words(stage.wall_seconds));
  return out + fmt::format(" with {} thread(s)", thread_count(settings.study.threads));
}

}  // namespace

ReadStudy read_study(const std::string& file, const std::vector<std::string>& overrides) {
  ReadStudy out;
  out.parsed = config::load_study(file, overrides, reading_files(file, out));
  return out;
}

ReadStudy read_study_text(const std::string& text, const std::string& name,
                          const std::vector<std::string>& overrides) {
  ReadStudy out;
  out.parsed = config::parse_study(text, name, overrides, reading_files(name, out));
  return out;
}

Page do_study(const ReadStudy& study, const study::Shard& shard, store::Locks locks, Watcher& watcher,
              const std::function<void(const std::string&)>& say) {
  study::Settings settings = study.parsed.settings;
  const std::filesystem::path folder = settings.study.output;
  for (const std::string& remark : study.reference.remarks) say(remark);
  for (const std::string& remark : study::setting_remarks(settings)) say("Remark: " + remark);
  const store::Provenance provenance = provenance_of(study.parsed);
  store::ResultFolder records(folder, store::to_group(provenance),
                              common_to_all(settings, provenance.program), locks);
  refuse_other_study(folder, settings, config::origin_of(settings));
  const SharedPage page(folder);
  keep_reference(study.reference, provenance, folder);
  keep_loadings(study.loadings, provenance, folder);
  say(expected_work(settings));
  const bool calibrates = settings.calibrate.search != study::Search::none;
  if (calibrates) {
    const auto found = study::calibrate(settings, study.reference.reference, records, watcher);
    settings = study::with_calibrated_lattice(settings, found);
  }
  study::Origin origin = config::origin_of(settings);
  if (calibrates) origin.found = study::calibrated_lines(settings);
  study::run(settings, origin, records, watcher, study.glasses, shard, study.loadings);
  if (shard.of > 1) return Page::none;
  return page.write(provenance, records, watcher) ? Page::written : Page::by_another_process;
}

}  // namespace vitrum::app
