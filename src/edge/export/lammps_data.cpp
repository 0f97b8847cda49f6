#include <algorithm>
#include <initializer_list>

#include "atomistic/box_geometry.h"
#include "edge/export/atoms.h"
#include "edge/export/digits.h"

namespace vitrum::exports {
namespace {

void append_line(std::string& out, std::initializer_list<double> numbers, const char* words) {
  for (const double number : numbers) {
    append_number(out, number);
    out += ' ';
  }
  out.append(words).append("\n");
}

}  // namespace

atomistic::Box box_with_small_tilts(const Atoms& atoms) {
  const auto& e = atoms.edges;
  return atomistic::reduced({atoms.dimension, {0, 0, 0}, e[0], e[4], e[8], e[3], e[6], e[7]});
}

std::string lammps_data(const Atoms& atoms) {
  const auto& edges = atoms.edges;
  // In two dimensions LAMMPS wants the atoms in the middle of the cell's thickness.
  const double bottom = atoms.dimension == 2 ? -0.5 * edges[8] : 0;
  const std::int64_t types =
      !atoms.kinds.masses.empty() ? static_cast<std::int64_t>(atoms.kinds.masses.size())
      : atoms.species.empty()     ? 1
                                  : 1 + *std::max_element(atoms.species.begin(), atoms.species.end());
  std::string out = "LAMMPS data file written by Vitrum, strain " + shortest(atoms.strain) + "\n\n" +
                    std::to_string(atoms.count()) + " atoms\n" + std::to_string(types) + " atom types\n\n";
  append_line(out, {0, edges[0]}, "xlo xhi");
  append_line(out, {0, edges[4]}, "ylo yhi");
  append_line(out, {bottom, bottom + edges[8]}, "zlo zhi");
  const atomistic::Box box = box_with_small_tilts(atoms);
  append_line(out, {box.xy, box.xz, box.yz}, "xy xz yz");
  const std::vector<double>& masses = atoms.kinds.masses;
  if (!masses.empty() || !atoms.metal_units) {
    out += "\nMasses\n\n";
    for (std::int64_t type = 1; type <= types; ++type)
      out += std::to_string(type) + " " +
             (masses.empty() ? "1" : shortest(masses[static_cast<std::size_t>(type - 1)])) + "\n";
  }
  out += "\nAtoms # atomic\n\n";
  for (std::size_t i = 0; i < atoms.count(); ++i) {
    out += std::to_string(i + 1) + " " + std::to_string(atoms.species[i] + 1) + " ";
    append_line(out, {atoms.x[i], atoms.y[i], atoms.z[i]}, "");
  }
  return out;
}

}  // namespace vitrum::exports
