// A glass of Cu and Zr in quasi-static shear, by LAMMPS: tests/reference/eam/shear_1000.csv.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "atomistic/metal_relaxation.h"
#include "atomistic/specimen.h"
#include "eam_samples.h"

namespace vitrum::atomistic::test {

/// Energies in eV, stresses in GPa.
struct MetalState {
  double strain = 0, energy = 0, shear_stress = 0;
};

inline std::vector<MetalState> read_metal_path() {
  std::ifstream file(eam_path("shear_1000.csv"));
  std::vector<MetalState> path;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    for (char& c : line)
      if (c == ',') c = ' ';
    std::istringstream row(line);
    MetalState state;
    double xx = 0, yy = 0, zz = 0, pressure_xy = 0;
    row >> state.strain >> state.energy >> xx >> yy >> zz >> pressure_xy;
    state.shear_stress = -pressure_xy / 1.6021765e6 * gigapascals;  // LAMMPS' bar
    path.push_back(state);
  }
  return path;
}

inline std::shared_ptr<const EamPotential> metal_potential() {
  static const auto potential = read_potential(copper_zirconium);
  return potential;
}

inline AtomisticSpecimen metal_specimen(const RelaxationSettings& settings = metal_relaxation_settings()) {
  return {read_eam_data("shear_1000"), metal_potential(), settings};
}

/// Energy that an increment turned to heat, eV.
inline double dissipated(const State& before, const State& after, double volume) {
  return volume * (before.stress.xy + after.stress.xy) / 2 * (after.strain - before.strain) -
         (after.energy - before.energy);
}

}  // namespace vitrum::atomistic::test
