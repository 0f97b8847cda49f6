// glass.lammps: which lines a study may give LAMMPS. What these say LAMMPS itself judges, in app.
#include <algorithm>
#include <map>

#include "base/nearest_name.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/lammps_lines.h"

namespace vitrum::config {

namespace {

constexpr const char* lines_key = "glass.lammps";

/// Commands that people will try, and where the study says what they say.
const std::map<std::string, std::string>& elsewhere() {
  static const std::map<std::string, std::string> places{
      {"mass", "masses are those of [[glass.species]]"},
      {"dimension", "set glass.dimension"},
      {"boundary", "the cell is always periodic"},
      {"atom_style", "atoms have a place and a type, no more"},
      {"timestep", "set glass.liquid.timestep"},
      {"neighbor", "the skin of the neighbour list is chosen for you"},
      {"read_data", "name the file in glass.from"},
      {"kspace_style", "forces that reach through the whole cell are not there yet"}};
  return places;
}

void check_command(const std::string& line, Findings& findings) {
  const auto words = study::words_of_line(line);
  const std::string begin = std::string(lines_key) + " holds the line " + quoted(line);
  if (words.empty()) return findings.inconsistent({lines_key}, begin + " (it says nothing); leave it out");
  const auto& known = study::lammps_commands();
  if (std::find(known.begin(), known.end(), words[0]) == known.end()) {
    const std::string meant = nearest(words[0], known);
    const auto place = elsewhere().find(words[0]);
    std::string advice = meant.empty() ? "leave it out" : "did you mean " + quoted(meant) + "?";
    if (place != elsewhere().end()) advice = place->second + "; leave it out";
    return findings.inconsistent({lines_key},
                                 begin + " (a study may say " + either(known) + " to LAMMPS); " + advice);
  }
  if (words.size() < 2)
    return findings.inconsistent({lines_key}, begin + " (it has no arguments); complete it");
  if (words[0] == "units" && words[1] != "lj" && words[1] != "metal")
    findings.inconsistent({lines_key}, begin +
                                           " (units are lj or metal: eV, angstrom, ps, g/mol); choose "
                                           "one of these");
}

}  // namespace

void check_lammps(const study::Glass& glass, Findings& findings) {
  if (glass.lammps.empty())
    return findings.inconsistent(
        {"glass.engine", lines_key},
        "glass.engine is \"lammps\" (and glass.lammps does not say which potential); add lammps = [\"units "
        "metal\", \"pair_style sw\", \"pair_coeff * * Si.sw Si\"], or the like");
  bool style = false;
  for (const std::string& line : glass.lammps) {
    check_command(line, findings);
    style = style || line.find("pair_style") != std::string::npos;
  }
  if (!style)
    findings.inconsistent({lines_key}, std::string(lines_key) +
                                           " has no pair_style (LAMMPS needs one); add it before the others");
}

}  // namespace vitrum::config
