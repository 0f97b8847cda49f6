#include <algorithm>

#include "atomistic/box_geometry.h"
#include "edge/export/atoms.h"
#include "edge/export/digits.h"

namespace vitrum::exports {
namespace {

void append_bounds(std::string& out, double low, double high, double tilt) {
  for (const double number : {low, high, tilt}) {
    append_number(out, number);
    out += ' ';
  }
  out.back() = '\n';
}

// Bounds are those of the corners of the tilted box (LAMMPS manual, Howto_triclinic).
void append_box(std::string& out, const Atoms& atoms) {
  const atomistic::Box box = box_with_small_tilts(atoms);
  const double bottom = atoms.dimension == 2 ? -0.5 * box.lz : 0;
  out += "ITEM: BOX BOUNDS xy xz yz pp pp pp\n";
  append_bounds(out, std::min({0.0, box.xy, box.xz, box.xy + box.xz}),
                box.lx + std::max({0.0, box.xy, box.xz, box.xy + box.xz}), box.xy);
  append_bounds(out, std::min(0.0, box.yz), box.ly + std::max(0.0, box.yz), box.xz);
  append_bounds(out, bottom, bottom + box.lz, box.yz);
}

}  // namespace

std::string lammps_dump(const std::vector<Atoms>& frames) {
  std::string out;
  for (std::size_t frame = 0; frame < frames.size(); ++frame) {
    const Atoms& atoms = frames[frame];
    out += "ITEM: TIMESTEP\n" + std::to_string(frame) + "\nITEM: NUMBER OF ATOMS\n" +
           std::to_string(atoms.count()) + "\n";
    append_box(out, atoms);
    out += "ITEM: ATOMS id type xu yu zu";
    for (const auto& [name, array] : atoms.others) out += " " + name;
    out += '\n';
    for (std::size_t i = 0; i < atoms.count(); ++i) {
      out += std::to_string(i + 1) + " " + std::to_string(atoms.species[i] + 1);
      for (const auto* coordinate : {&atoms.x, &atoms.y, &atoms.z}) {
        out += ' ';
        append_number(out, (*coordinate)[i]);
      }
      for (const auto& [name, array] : atoms.others) {
        out += ' ';
        append_value(out, *array, i);
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace vitrum::exports
