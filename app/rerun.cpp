#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "app/commands.h"
#include "app/lammps_engine.h"
#include "app/page.h"
#include "base/build_info.h"
#include "base/error.h"
#include "edge/config/write_settings.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"
#include "edge/terminal/progress.h"
#include "record/group_difference.h"
#include "study/repeat.h"
#include "study/task_origin.h"

namespace vitrum::app {

namespace {

constexpr std::size_t most_lines = 20;

std::string in_words(const Difference& difference) {
  using Kind = Difference::Kind;
  switch (difference.kind) {
    case Kind::missing:
      return "is missing now";
    case Kind::added:
      return "was not there";
    case Kind::shape:
      return "has another shape";
    case Kind::values:
      break;
  }
  if (difference.largest == 0) return "differs";  // a text, or the sign of a zero
  return fmt::format("{} of {} values differ, by {:.3g} at most, {:.3g} of their size", difference.count,
                     difference.of, difference.largest, difference.largest_share);
}

std::string program_of(const Group& provenance) {
  return fmt::format("vitrum {} {}, {}, on {}", provenance.text("version"), provenance.text("commit"),
                     provenance.text("compiler"), provenance.text("cpu"));
}

/// @returns whether all that the file held is the same; what later versions add does not count.
bool say_what_differs(GroupComparison found, const Group& then, const Group& now) {
  const auto added = std::erase_if(found.differences,
                                   [](const Difference& one) { return one.kind == Difference::Kind::added; });
  const bool same = found.differences.empty();
  if (same)
    fmt::print("The same, bit for bit: {} numbers in {} arrays and texts.\n", found.values, found.arrays);
  else
    fmt::print("Not the same: {} of {} arrays and texts differ.\n", found.differences.size(), found.arrays);
  for (std::size_t i = 0; i < std::min(most_lines, found.differences.size()); ++i)
    fmt::print("  {}: {}\n", found.differences[i].path, in_words(found.differences[i]));
  if (added > 0) fmt::print("  {} more that were not there then\n", added);
  if (found.differences.size() > most_lines)
    fmt::print("  and {} more\n", found.differences.size() - most_lines);
  const std::string before = program_of(then), after = program_of(now);
  fmt::print("Then: {}\n{}", before, before == after ? "" : fmt::format("Now:  {}\n", after));
  return same;
}

/// What a glass was made from has a line "engine = ...", see glass_tasks() in study/run.cpp.
void say_whether_lammps_is_another(const Group& then, const study::Glass& glass) {
  if (!glass.foreign || then.texts.count(study::origin_name) == 0) return;
  const std::string now = "engine = " + glass.foreign->identity();
  const auto lines = study::lines_of({"engine"}, then.text(study::origin_name));
  if (lines.find(now) == std::string::npos)
    fmt::print("LAMMPS or its files are other ones.\nThen: {}\nNow:  {}\n", lines, now);
}

}  // namespace

int rerun(const std::string& file, const std::string& output, const std::vector<std::string>& overrides) {
  const store::File then = store::read_file(file, store::sample_kind);
  const std::string whose = "settings in " + file;
  // The files of LAMMPS' potentials are not kept; they are looked for beside the record and where studies
  // find them.
  config::ParsedStudy study =
      config::parse_study(then.provenance.text("settings"), whose, overrides,
                          [&file](study::Settings& settings, config::Findings& findings) {
                            begin_lammps(file, settings, findings);
                          });
  study::Repetition repetition;
  try {
    repetition = study::repetition_of(then.content, study.settings);
  } catch (const InputError& error) {
    throw InputError(file + ": " + error.what());
  }
  say_whether_lammps_is_another(then.content, study.settings.glass);
  study.text = then.provenance.text("study");
  const std::filesystem::path folder =
      output.empty() ? std::filesystem::path("rerun") / std::filesystem::path(file).stem()
                     : std::filesystem::path(output);
  terminal::catch_stop_signals();
  terminal::Progress progress;
  const store::Provenance provenance = provenance_of(study);
  store::ResultFolder records(folder, store::to_group(provenance),
                              "rerun of " + file + "\n" + study.resolved);
  const std::string task =
      study::repeat(repetition, then.content, config::origin_of(repetition.settings), records, progress);
  const std::filesystem::path made = folder / (task + ".h5");
  const store::File now = store::read_file(made, store::sample_kind);
  const bool same = say_what_differs(compared(then.content, now.content, {study::origin_name}),
                                     then.provenance, now.provenance);
  fmt::print("Record: {}\n", made.string());
  return same ? 0 : 1;
}

}  // namespace vitrum::app
