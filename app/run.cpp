#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "app/commands.h"
#include "app/lammps_engine.h"
#include "app/page.h"
#include "app/study_work.h"
#include "base/error.h"
#include "base/processes.h"
#include "edge/terminal/progress.h"

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

}  // namespace

int run(const StudyArguments& arguments) {
  const study::Shard shard = shard_from(arguments.shard);
  auto overrides = arguments.overrides;
  if (!arguments.output.empty()) overrides.push_back("study.output=" + arguments.output);
  ReadStudy study = read_study(arguments.file, overrides);
  study::Settings& settings = study.parsed.settings;
  const std::filesystem::path folder = settings.study.output;
  if (shard.of > 1 && settings.calibrate.search != study::Search::none)
    throw InputError(
        "--shard " + arguments.shard +
        ": a calibration asks for trials that depend on those before, and cannot be cut into parts; start "
        "the same command without --shard several times, the processes share the trials");

  if (shard.of > 1 && settings.elements.samples > 0)
    throw InputError(
        "--shard " + arguments.shard +
        ": lattices of harvested elements need all that is harvested, and such a study cannot be cut into "
        "parts; start the same command without --shard several times, the processes share the lattices");

  terminal::catch_stop_signals();
  const auto team = gather_team(arguments.file, settings);
  if (team && !team->is_first()) {
    team->serve();
    return 0;
  }
  const bool first = process_rank().value_or(0) == 0;
  terminal::Progress progress(first);
  const Page page =
      do_study(study, shard, arguments.shard.empty() ? store::Locks::required : store::Locks::if_possible,
               progress, [&](const std::string& line) { progress.say(line); });
  if (page == Page::none) {
    progress.say(fmt::format("part {} of {} is done; when all are: vitrum report {}", shard.part, shard.of,
                             folder.string()));
    return 0;
  }
  if (page == Page::by_another_process) {
    progress.say("done; the page was written by another process");
    return 0;
  }
  progress.say("done");
  fmt::print("Page:    {}\nNumbers: {}\nRecords: {}\n", (folder / page_name).string(),
             (folder / "summary.json").string(), (folder / "*.h5").string());
  return 0;
}

}  // namespace vitrum::app
