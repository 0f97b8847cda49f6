#include "base/error.h"
#include "edge/export/atoms.h"
#include "edge/export/digits.h"

namespace vitrum::exports {
namespace {

constexpr const char* symbols[] = {"H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne"};

const char* symbol(std::int64_t species) {
  if (species < 0 || species >= static_cast<std::int64_t>(std::size(symbols)))
    throw InputError("species " + std::to_string(species) + " has no symbol in extended XYZ (0 to 9 have)");
  return symbols[species];
}

void append_lattice(std::string& out, const std::array<double, 9>& edges) {
  out += "Lattice=\"";
  for (const double number : edges) {
    append_number(out, number);
    out += ' ';
  }
  out.back() = '"';
}

void append_comment(std::string& out, const Atoms& atoms) {
  append_lattice(out, atoms.edges);
  out += " Properties=species:S:1:pos:R:3";
  for (const auto& [name, array] : atoms.others)
    out += ":" + name + (std::holds_alternative<std::vector<double>>(array->values) ? ":R:1" : ":I:1");
  out += " strain=";
  append_number(out, atoms.strain);
  out += atoms.dimension == 2 ? " pbc=\"T T F\"\n" : " pbc=\"T T T\"\n";
}

void append_atom(std::string& out, const Atoms& atoms, std::size_t i) {
  const auto species = static_cast<std::size_t>(atoms.species[i]);
  out += species < atoms.kinds.symbols.size() ? atoms.kinds.symbols[species] : symbol(atoms.species[i]);
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

}  // namespace

std::string extended_xyz(const std::vector<Atoms>& frames) {
  std::string out;
  for (const Atoms& atoms : frames) {
    out += std::to_string(atoms.count()) + "\n";
    append_comment(out, atoms);
    for (std::size_t i = 0; i < atoms.count(); ++i) append_atom(out, atoms, i);
  }
  return out;
}

}  // namespace vitrum::exports
