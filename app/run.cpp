#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "app/commands.h"
#include "app/page.h"
#include "app/potential_table.h"
#include "app/shared_page.h"
#include "app/stored_glasses.h"
#include "app/stored_loadings.h"
#include "app/stored_reference.h"
#include "base/error.h"
#include "base/parallel.h"
#include "base/processes.h"
#include "edge/config/write_settings.h"
#include "edge/store/result_folder.h"
#include "edge/terminal/progress.h"
#include "study/calibrate.h"
#include "study/cost.h"

namespace vitrum::app {

namespace {

study::Shard shard_from(const std::string& text) {
  if (text.empty()) return {};
  study::Shard shard;
  const char* const end = text.data() + text.size();
  const auto part = std::from_chars(text.data(), end, shard.part);
  const bool more = part.ec == std::errc() && part.ptr != end && *part.ptr == '/';
  const auto of = more ? std::from_chars(part.ptr + 1, end, shard.of) : part;
  if (!more || of.ec != std::errc() || of.ptr != end || shard.part < 1 || shard.part > shard.of)
    throw InputError("--shard " + text +
                     ": is no part of a study; write part and number of parts, such as 3/8, parts from 1 on");
  return shard;
}

/// What all processes that share a folder must agree about: the program, and all settings but those that say
/// how it is to work. Also those of the comparison, for one of the processes makes the page of all.
std::string common_to_all(const study::Settings& settings, const BuildInfo& program) {
  study::Settings common = settings;
  common.study.threads = study::General().threads;
  common.study.checkpoint_interval = study::General().checkpoint_interval;
  common.study.output = "";
  return "program = vitrum " + program.version + " " + program.commit + "\n" + config::settings_toml(common);
}

/// "expected in all: calibration 120 s, lattice 3 s of 2 threads".
std::string expected_work(const study::Settings& settings) {
  std::string out;
  for (const study::StageCost& stage : study::estimate(settings).stages)
    out += fmt::format("{} {} {:.0f} s", out.empty() ? "expected in all:" : ",", stage.stage,
                       std::ceil(stage.wall_seconds));
  return out + fmt::format(" with {} thread(s)", thread_count(settings.study.threads));
}

}  // namespace

int run(const StudyArguments& arguments) {
  const study::Shard shard = shard_from(arguments.shard);
  auto overrides = arguments.overrides;
  if (!arguments.output.empty()) overrides.push_back("study.output=" + arguments.output);
  study::StoredGlasses stored;
  StoredReference reference;
  std::vector<study::LoadingSet> loadings;
  const auto study = config::load_study(arguments.file, overrides,
                                        [&](study::Settings& settings, config::Findings& findings) {
                                          read_potential_table(arguments.file, settings, findings);
                                          stored = read_stored_glasses(settings, findings);
                                          reference = read_stored_reference(settings, findings);
                                          loadings = read_stored_loadings(settings, findings);
                                        });
  const std::filesystem::path folder = study.settings.study.output;
  if (shard.of > 1 && study.settings.calibrate.search != study::Search::none)
    throw InputError(
        "--shard " + arguments.shard +
        ": a calibration asks for trials that depend on those before, and cannot be cut into parts; start "
        "the same command without --shard several times, the processes share the trials");

  if (shard.of > 1 && study.settings.elements.samples > 0)
    throw InputError(
        "--shard " + arguments.shard +
        ": lattices of harvested elements need all that is harvested, and such a study cannot be cut into "
        "parts; start the same command without --shard several times, the processes share the lattices");

  terminal::catch_stop_signals();
  const bool first = process_rank().value_or(0) == 0;
  terminal::Progress progress(first);
  for (const std::string& remark : reference.remarks) progress.say(remark);
  const store::Provenance provenance = provenance_of(study);
  store::ResultFolder records(folder, store::to_group(provenance),
                              common_to_all(study.settings, provenance.program),
                              arguments.shard.empty() ? store::Locks::required : store::Locks::if_possible);
  const SharedPage page(folder);
  keep_reference(reference, provenance, folder);
  keep_loadings(loadings, provenance, folder);
  study::Settings settings = study.settings;
  progress.say(expected_work(settings));
  if (settings.calibrate.search != study::Search::none) {
    const auto found = study::calibrate(settings, reference.reference, records, progress);
    settings = study::with_calibrated_lattice(settings, found);
  }
  study::Origin origin = config::origin_of(settings);
  if (settings.calibrate.search != study::Search::none) origin.found = study::calibrated_lines(settings);
  study::run(settings, origin, records, progress, stored, shard, loadings);
  if (shard.of > 1) {
    progress.say(fmt::format("part {} of {} is done; when all are: vitrum report {}", shard.part, shard.of,
                             folder.string()));
    return 0;
  }
  if (!page.write(provenance, records, progress)) {
    progress.say("done; the page was written by another process");
    return 0;
  }
  progress.say("done");
  fmt::print("Page:    {}\nNumbers: {}\nRecords: {}\n", (folder / page_name).string(),
             (folder / "summary.json").string(), (folder / "*.h5").string());
  return 0;
}

}  // namespace vitrum::app
