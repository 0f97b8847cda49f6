#include "app/lammps_engine.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <utility>

#include "base/checksum.h"
#include "base/error.h"
#include "edge/config/check_study.h"
#include "edge/import/potential_file.h"
#include "lammps/engine.h"
#include "study/lammps_lines.h"

namespace vitrum::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* lines_key = "glass.lammps";

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// Where the file is that a word of a line names; "": it names none.
fs::path place_of_file(const std::string& study_file, const std::string& word) {
  const fs::path beside = fs::path(study_file).parent_path() / word;
  if (is_file(beside)) return beside;
  try {
    return imports::find_table(word);
  } catch (const InputError&) {
    return {};
  }
}

std::string checksum_of(const fs::path& file) {
  Checksum sum;
  std::ifstream in(file, std::ios::binary);
  for (char c; in.get(c);) sum.add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  return sum.text();
}

lammps::PotentialSettings settings_of(const std::string& study_file, const study::Glass& glass) {
  lammps::PotentialSettings out;
  out.units = study::lammps_units(glass.lammps);
  out.dimension = glass.dimension;
  for (const study::GlassSpecies& species : glass.species) out.masses.push_back(species.mass);
  for (const std::string& line : glass.lammps) {
    const auto words = study::words_of_line(line);
    if (words.empty() || words[0] == "units") continue;
    std::string told;
    for (const std::string& word : words) {
      const fs::path file = told.empty() ? fs::path() : place_of_file(study_file, word);
      if (!file.empty()) out.files += " " + checksum_of(file);
      told += (told.empty() ? "" : " ") + (file.empty() ? word : file.string());
    }
    out.lines.push_back(told);
  }
  return out;
}

}  // namespace

void begin_lammps(const std::string& study_file, study::Settings& settings, config::Findings& findings) {
  study::Glass& glass = settings.glass;
  const bool unsure =
      findings.in_doubt(lines_key) || findings.in_doubt("glass.engine") || findings.in_doubt("glass.species");
  if (glass.engine != study::Engine::lammps || glass.samples == 0 || unsure) return;
  config::Findings ours;
  config::check_lammps(glass, ours);
  if (!ours.problems().empty() || glass.species.empty()) return;  // that is said elsewhere
  try {
    glass.foreign = lammps::potential(settings_of(study_file, glass));
  } catch (const InputError& error) {
    const std::string key = lammps::available() ? lines_key : "glass.engine";
    findings.inconsistent({key}, fmt::format("{}: {}", key, error.what()));
  }
}

std::shared_ptr<lammps::Team> gather_team(const std::string& study_file, study::Settings& settings) {
  if (!settings.glass.foreign || !settings.glass.together) return nullptr;
  auto team = lammps::all_processes();
  settings.study.threads = 1;
  if (team->is_first())
    settings.glass.foreign = lammps::potential(settings_of(study_file, settings.glass), team);
  return team;
}

}  // namespace vitrum::app
