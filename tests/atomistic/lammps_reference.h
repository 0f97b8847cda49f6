// Reads the LAMMPS files of tests/reference/lammps2d (written by other programs, see its README).
#pragma once

#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "atomistic/configuration.h"

namespace vitrum::atomistic::test {

inline std::string reference_path(const std::string& name) {
  return std::string(VITRUM_REFERENCE_DIR) + "/lammps2d/" + name;
}

inline std::ifstream open_reference(const std::string& name) {
  std::ifstream file(reference_path(name));
  if (!file) throw std::runtime_error("cannot read " + reference_path(name));
  return file;
}

/// A two-dimensional LAMMPS data file with atom style atomic; atoms ordered by id, images not applied.
inline Configuration read_data(const std::string& name) {
  std::ifstream file = open_reference(name);
  Configuration configuration;
  std::string line;
  double low = 0, high = 0;
  while (std::getline(file, line)) {
    std::istringstream in(line);
    std::string a, b;
    if (line.find(" atoms") != std::string::npos) {
      std::size_t atoms = 0;
      in >> atoms;
      configuration.species.resize(atoms);
      configuration.positions.resize(2 * atoms);
    } else if (line.find("xlo xhi") != std::string::npos) {
      in >> low >> high;
      configuration.box.origin[0] = low;
      configuration.box.lx = high - low;
    } else if (line.find("ylo yhi") != std::string::npos) {
      in >> low >> high;
      configuration.box.origin[1] = low;
      configuration.box.ly = high - low;
    } else if (line.find("xy xz yz") != std::string::npos) {
      in >> configuration.box.xy;
    } else if (line.rfind("Atoms", 0) == 0) {
      std::getline(file, line);
      for (std::size_t k = 0; k < configuration.atoms(); ++k) {
        std::getline(file, line);
        std::istringstream atom(line);
        std::size_t id = 0;
        int type = 0;
        double x = 0, y = 0;
        atom >> id >> type >> x >> y;
        configuration.species[id - 1] = type - 1;
        configuration.positions[2 * id - 2] = x;
        configuration.positions[2 * id - 1] = y;
      }
      return configuration;
    }
  }
  throw std::runtime_error("no Atoms section in " + name);
}

/// "pe -2303.1 pxx 1.15 ..." as numbers, in this order: pe, pxx, pyy, pxy, fmax.
inline std::vector<double> read_energy(const std::string& name) {
  std::ifstream file = open_reference(name);
  std::vector<double> values;
  std::string key;
  double value = 0;
  while (file >> key >> value) values.push_back(value);
  return values;
}

/// Rows of numbers of a text file; lines that start with # or a capital letter are skipped.
inline std::vector<std::vector<double>> read_rows(const std::string& name) {
  std::ifstream file = open_reference(name);
  std::vector<std::vector<double>> rows;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#' || line[0] == 'I') continue;
    std::istringstream in(line);
    std::vector<double> row;
    for (double value = 0; in >> value;) row.push_back(value);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace vitrum::atomistic::test
