// Follows LAMMPS's quasi-static path of esl_1k_1 and counts the stress drops on which both agree.
#pragma once

#include <algorithm>
#include <cmath>

#include "atomistic/specimen.h"
#include "lammps_reference.h"

namespace vitrum::atomistic::test {

struct Agreement {
  int drops = 0;       ///< decreases of LAMMPS's shear stress that we followed
  int increments = 0;  ///< before the paths part, or all that were made
  double energy = 0;   ///< largest relative difference on the way
  double stress = 0;   ///< largest absolute difference on the way
};

inline Agreement follow_lammps(int increments) {
  AtomisticSpecimen specimen(read_data("esl_1k_1.dat"), paper_glass());
  const auto lammps = read_rows("lammps_aqs_1k_1.csv");
  Agreement agreement;
  for (int k = 0; k < increments; ++k) {
    const auto& row = lammps.at(static_cast<std::size_t>(k));  // gamma, pe, pxx, pyy, pxy, ...
    specimen.strain_to(row[0]);
    const State state = specimen.state();
    const double energy = std::abs(state.energy / row[1] - 1);
    const double stress = std::max({std::abs(state.stress.xx + row[2]), std::abs(state.stress.yy + row[3]),
                                    std::abs(state.stress.xy + row[4])});
    if (energy > 1e-9 || stress > 1e-8) break;
    agreement.increments = k + 1;
    agreement.energy = std::max(agreement.energy, energy);
    agreement.stress = std::max(agreement.stress, stress);
    if (k > 0 && row[4] > lammps[static_cast<std::size_t>(k) - 1][4]) ++agreement.drops;
  }
  return agreement;
}

}  // namespace vitrum::atomistic::test
