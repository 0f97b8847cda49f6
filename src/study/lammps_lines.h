// The lines for LAMMPS that a study gives: what they may say.
#pragma once

#include <string>
#include <vector>

#include "study/settings.h"

namespace vitrum::study {

/// The commands of LAMMPS that lines may begin with: all else is Vitrum's to say.
const std::vector<std::string>& lammps_commands();

/// The words of a line, quotes kept.
std::vector<std::string> words_of_line(const std::string& line);

/// What the lines say of units; LAMMPS' own "lj" when nothing.
std::string lammps_units(const std::vector<std::string>& lines);

/// Whether the glass is one in eV, angstrom, ps and K: of a table file, or of lines with units metal.
bool in_metal_units(const Glass& glass);
/// What its record says of that: "metal" or "lj".
const char* units_name(const Glass& glass);

}  // namespace vitrum::study
