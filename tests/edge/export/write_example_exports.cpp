// Writes exports of the example records to a folder, and of a glass read from a LAMMPS data file, in an
// equal cell with a tilt of one box length (strain 1), for the programs that they are for.
#include <fstream>
#include <iostream>
#include <sstream>

#include "edge/export/export.h"
#include "example_records.h"

namespace vitrum::exports {
namespace {

/// The glass of tests/reference/lammps2d: a square box and "id type x y z" lines.
study::SampleRecord reference_glass(const std::string& path) {
  std::ifstream file(path);
  std::vector<double> x, y;
  std::vector<std::int64_t> species;
  double length = 0, zero = 0;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    if (line.find("xlo xhi") != std::string::npos) words >> zero >> length;
    if (line.rfind("Atoms", 0) == 0) inside = true;
    if (line.rfind("Velocities", 0) == 0) inside = false;
    std::int64_t id = 0, type = 0;
    double at_x = 0, at_y = 0;
    if (!inside || !(words >> id >> type >> at_x >> at_y)) continue;
    species.push_back(type - 1);
    x.push_back(at_x);
    y.push_back(at_y);
  }
  study::SampleRecord record;
  record.model = "reference";
  record.fields.resize(1);
  Group& fields = record.fields[0].fields;
  fields.put("x", x);
  fields.put("y", y);
  fields.put("species", species);
  record.fields[0].strain = 1;
  record.measures.put("box", std::vector<double>{length, length});
  return record;
}

}  // namespace
}  // namespace vitrum::exports

int main(int count, char** arguments) {
  using namespace vitrum::exports;
  if (count != 3) return 2;
  try {
    const auto reference = reference_glass(std::string(arguments[2]) + "/esl_1k_1.dat");
    for (const char* name : {"csv", "extxyz", "lammps", "dump", "vti"})
      for (const Document& document : documents({glass(), lattice(), reference}, format_of(name)))
        std::ofstream(std::string(arguments[1]) + "/" + document.name) << document.content;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
