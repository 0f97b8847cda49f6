// The sums of the embedded-atom method, eight pairs at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "atomistic/eam_lines.h"
#include "atomistic/eam_runs.h"
#include "atomistic/slot_row.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

/// One number for each of eight pairs.
struct alignas(64) EightNumbers : std::array<double, 8> {};

/// Everything that the sums need; nothing is owned. Rows are those of all slots and of the one that is
/// nowhere.
struct EamProblem {
  std::size_t atoms = 0;
  double cutoff = 0;
  const EamLines& lines;
  const EamRuns& runs;
  const SlotRow* rows = nullptr;  ///< coordinates; for sum_near() the fourth number is F'
  SlotRow* sums = nullptr;        ///< forces and, as the fourth number, densities are added to them
  /// Of near pairs, written by the first sum and read by the second: phi'/r, rho'/r, and when not symmetric
  /// the other rho'/r.
  EightNumbers* slopes = nullptr;
};

/// How many EamProblem::slopes there are.
inline std::size_t slopes_needed(const EamLines& lines, const EamRuns& runs) {
  return (lines.symmetric() ? 2 : 3) * runs.near_pairs() / EamRuns::lanes;
}

struct EamSums {
  double energy = 0;       ///< of the pairs
  std::int64_t pairs = 0;  ///< that interact: not all of their functions are zero
};

/// Densities of all atoms, energies of all pairs, forces of far ones, slopes of near ones. The instructions
/// are those that the processor has; AVX2 and all its successors give the same bits.
EamSums sum_densities(const EamProblem& problem);

/// Forces of near pairs, from their slopes and from F' of the atoms.
void sum_near(const EamProblem& problem);

/// - sum over slots of coordinates x forces: what the forces on all slots make of the virial, tension
/// positive. Forces add up to zero, so that it does not depend on the origin.
SymmetricTensor virial(const std::vector<SlotRow>& rows, const std::vector<SlotRow>& forces,
                       std::size_t slots);

}  // namespace vitrum::atomistic
