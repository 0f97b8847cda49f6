#include "study/lammps_lines.h"

#include <sstream>

namespace vitrum::study {

const std::vector<std::string>& lammps_commands() {
  static const std::vector<std::string> commands{"units", "pair_style", "pair_coeff", "pair_modify",
                                                 "neigh_modify"};
  return commands;
}

std::vector<std::string> words_of_line(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string lammps_units(const std::vector<std::string>& lines) {
  std::string units = "lj";
  for (const std::string& line : lines) {
    const auto words = words_of_line(line);
    if (words.size() > 1 && words[0] == "units") units = words[1];
  }
  return units;
}

bool in_metal_units(const Glass& glass) {
  if (glass.engine == Engine::lammps) return lammps_units(glass.lammps) == "metal";
  return names_a_table(glass.potential);
}

const char* units_name(const Glass& glass) { return in_metal_units(glass) ? "metal" : "lj"; }

}  // namespace vitrum::study
