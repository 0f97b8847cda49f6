// The sum over pairs: energy, virial and forces, several pairs at a time.
#pragma once

#include <cstdint>
#include <span>

#include "atomistic/pair_potential.h"
#include "atomistic/pair_runs.h"
#include "math/tensor.h"

namespace vitrum::atomistic {

/// Sums over all pairs of a list.
struct PairSums {
  double energy = 0;
  SymmetricTensor virial;  ///< sum of (force along the separation) x separation, tension positive
  std::int64_t pairs = 0;  ///< within the cut-off
};

/// Everything that the sum needs; nothing is owned.
struct PairProblem {
  int dimension = 2;
  std::span<const int> species;  ///< of each atom, in the order of the slots
  const PairRuns& runs;
  const PairPotentials& potentials;
  const double* rows;  ///< coordinates of the slots and of the one that is nowhere, NeighbourList::gather()
};

/// Adds the forces to `forces`: a row, as the coordinates have, for each slot and the one that is nowhere.
/// The instructions are those that the processor has. Processors with vectors of four numbers or more
/// (AVX2 and all its successors) give the same bits.
PairSums sum_pairs(const PairProblem& problem, double* forces);

/// The stiffness of each entry of the runs, in two dimensions: blocks (U'' - U'/r) n n + U'/r as xx, yy and
/// xy of PairRuns::lanes entries each, one after the other; zero beyond the cut-off. As long as three times
/// the runs.
void pair_blocks(const PairProblem& problem, double* blocks);

}  // namespace vitrum::atomistic
