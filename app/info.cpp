#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "base/error.h"
#include "edge/config/study_file.h"
#include "edge/store/describe.h"
#include "edge/store/file.h"
#include "edge/store/result_folder.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

using Line = std::pair<std::string, std::string>;

/// What of a study's settings says what it is: tables and keys in their order, without those of how it works.
std::vector<Line> main_settings(const Group& provenance) {
  const auto settings = config::parse_study(provenance.text("settings"), "stored settings").settings;
  std::vector<Line> out{{"Title", settings.study.title}};
  if (settings.glass.samples > 0) {
    out.emplace_back("Glasses asked for", std::to_string(settings.glass.samples));
    out.emplace_back("", fmt::format("{} atoms, potential {}, increment {}", settings.glass.atoms,
                                     settings.glass.potential, settings.glass.program.increment));
  }
  if (settings.lattice.samples > 0) {
    out.emplace_back("Lattices asked for", std::to_string(settings.lattice.samples));
    out.emplace_back("", fmt::format("{} x {} elements, increment {}", settings.lattice.model.columns,
                                     settings.lattice.model.rows, settings.lattice.program.increment));
  }
  out.emplace_back("Seed", std::to_string(settings.study.seed));
  return out;
}

/// Names without their numbers: "glass" of glass-003, "glass local" of glass-003-local-0001.
std::string kind_of(const std::string& task) {
  std::string out;
  std::istringstream parts(task);
  for (std::string part; std::getline(parts, part, '-');)
    if (part.find_first_not_of("0123456789") != std::string::npos) out += (out.empty() ? "" : " ") + part;
  return out;
}

/// What the file written last says of its making; empty when it is damaged, which is no reason to say
/// nothing.
Group newest_provenance(const std::vector<fs::path>& files) {
  const auto newest = std::max_element(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
    return fs::last_write_time(a) < fs::last_write_time(b);
  });
  if (newest == files.end()) return {};
  try {
    return store::read_file(*newest).provenance;
  } catch (const InputError&) {
    return {};
  }
}

void describe_folder(const fs::path& folder, const store::WorkDone& done) {
  std::vector<fs::path> files;
  if (done.finished > 0)
    files = store::finished_files(folder);
  else if (fs::exists(folder / store::loadings_name))
    files = {folder / store::loadings_name};
  std::map<std::string, int> counts;
  for (const fs::path& file : files) ++counts[kind_of(file.stem().string())];
  const auto print = [](const Line& line) { fmt::print("{:<20} {}\n", line.first, line.second); };
  if (const Group newest = newest_provenance(files); !newest.texts.empty()) {
    for (const Line& line : main_settings(newest)) print(line);
    print({"Program", fmt::format("vitrum {} {}", newest.text("version"), newest.text("commit"))});
    print({"Written last", newest.text("date")});
    if (!newest.text("overrides").empty())
      fmt::print("Changed on the command line\n{}", newest.text("overrides"));
  }
  if (!counts.empty()) fmt::print("Files of records\n");
  for (const auto& [kind, count] : counts) fmt::print("  {:<18} {}\n", kind, count);
  fmt::print("Tasks finished: {}\nTasks begun, with a checkpoint: {}\n", done.finished, done.begun);
}

}  // namespace

int info(const std::string& file, bool json) {
  if (std::filesystem::is_directory(file)) {
    const store::WorkDone done = store::work_done(file);
    if (json)
      fmt::print("{{\"finished\": {}, \"begun\": {}}}\n", done.finished, done.begun);
    else
      describe_folder(file, done);
    return 0;
  }
  fmt::print("{}", json ? store::describe_file_as_json(file) : store::describe_file(file));
  return 0;
}

}  // namespace vitrum::app
