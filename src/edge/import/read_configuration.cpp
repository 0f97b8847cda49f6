#include "edge/import/read_configuration.h"

#include "edge/import/extended_xyz.h"
#include "edge/import/lammps_data.h"
#include "edge/import/lammps_dump.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {

namespace {

/// The first lines of a data file hold "<number> atoms", "<low> <high> xlo xhi" or the word Atoms alone.
bool looks_like_lammps_data(TextFile& file) {
  file.rewind();
  bool found = false;
  for (int line = 0; line < 100 && !found && file.next(); ++line) {
    const auto words = words_of(file.line().substr(0, file.line().find('#')));
    const std::size_t n = words.size();
    if (line == 0 || n == 0) continue;  // the first line is a title
    found = (n == 2 && words[1] == "atoms") || (n == 4 && words[2] == "xlo" && words[3] == "xhi") ||
            (n == 1 && words[0] == "Atoms");
  }
  return found;
}

}  // namespace

Imported read_configuration(const std::filesystem::path& path) {
  TextFile file(path);
  const bool lammps = looks_like_lammps_data(file);
  file.rewind();
  if (lammps) return read_lammps_data(file);
  file.next();
  const auto words = words_of(file.line());
  const bool digit_first = !words.empty() && words[0].find_first_not_of("+-0123456789") == words[0].npos;
  if (words.size() == 1 && digit_first) {
    file.rewind();
    return read_extended_xyz(file);
  }
  if (file.line().starts_with("ITEM:")) {
    file.rewind();
    return read_lammps_dump(file);
  }
  file.fail(
      "neither a LAMMPS data file (no line '<number> atoms') nor a dump (no line ITEM:) nor extended XYZ "
      "(the first line is not "
      "the number of atoms alone); check the path");
}

}  // namespace vitrum::imports
