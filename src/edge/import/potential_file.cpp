#include "edge/import/potential_file.h"

#include <cstdlib>
#include <sstream>
#include <system_error>

#include "base/error.h"

namespace vitrum::imports {

namespace {

bool is_file(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

}  // namespace

bool names_a_table(const std::string& potential) {
  if (potential.ends_with(".alloy") || potential.ends_with(".fs")) return true;
  // A file that is called like a known potential is none of its tables.
  return potential.find_first_of("./") != std::string::npos && is_file(potential);
}

std::filesystem::path find_table(const std::string& potential) {
  if (is_file(potential)) return potential;
  std::string tried = "the present folder";
  const char* const folders = std::getenv("LAMMPS_POTENTIALS");
  std::istringstream all(std::string(folders == nullptr ? "" : folders) + ":/usr/share/lammps/potentials");
  for (std::string folder; std::getline(all, folder, ':');) {
    if (folder.empty()) continue;
    if (is_file(std::filesystem::path(folder) / potential)) return std::filesystem::path(folder) / potential;
    tried += ", " + folder;
  }
  throw InputError(potential + ": there is no such file (looked for in " + tried +
                   "); check the path, or install the package lammps-data, which has many tables");
}

}  // namespace vitrum::imports
