// The sums of the embedded-atom method, several pairs at a time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "atomistic/eam_lines.h"
#include "atomistic/eam_runs.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

/// Everything that the sums need; nothing is owned. Rows have four numbers for each slot and one more, for
/// the slot that is nowhere.
struct EamProblem {
  std::size_t atoms = 0;
  double cutoff = 0;
  const EamLines& lines;
  const EamRuns& runs;
  double* rows;  ///< x, y, z of each slot, and a number that sum_near() takes for F'
  double*
      sums;  ///< three components of force are subtracted or added; sum_densities() adds rho to the fourth
  double* slopes;  ///< of near pairs: phi'/r and rho'/r (and when not symmetric the other rho'/r), vector by
                   ///< vector
};

/// Sums over pairs.
struct EamSums {
  double energy = 0;       ///< of the pairs
  SymmetricTensor virial;  ///< sum of (force along the separation) x separation, tension positive
  std::int64_t pairs = 0;  ///< that interact: not both of their functions are zero
};

/// Numbers of EamProblem::slopes.
inline std::size_t slopes_needed(const EamLines& lines, const EamRuns& runs) {
  return (lines.symmetric() ? 2 : 3) * runs.near_pairs();
}

/// Densities of all atoms, energies of all pairs, forces of far ones, slopes of near ones. The instructions
/// are those that the processor has; those with vectors of four numbers or more (AVX2 and all its successors)
/// give the same bits.
EamSums sum_densities(const EamProblem& problem);

/// Forces of near pairs, from their slopes and from F' of the atoms. No energy, no pairs.
EamSums sum_near(const EamProblem& problem);

}  // namespace vitrum::atomistic
