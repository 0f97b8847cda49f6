// The neighbour list in the order in which vector units like it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "atomistic/neighbour_list.h"
#include "atomistic/pair_potential.h"

namespace vitrum::atomistic {

/// Neighbours of every atom in runs of one species each, so that all pairs of a run have the same
/// coefficients. Within a run stand first those that were within inner() at the build, then those within
/// outer(), then the rest: most vectors of pairs then need one formula only. Runs are padded to whole vectors
/// with a slot that is far from everything.
class PairRuns {
 public:
  static constexpr int lanes = 4;

  /// Half of the pairs of atoms in slots: the neighbours of slot i are neighbour[first[i]] up to first[i +
  /// 1], for as many slots as `first` tells. Nothing is owned.
  struct Pairs {
    int dimension = 2;
    std::span<const int> first, neighbour;
    std::span<const int> species;  ///< of all slots
  };

  /// @param rows coordinates of the slots when the list was built, see NeighbourList::gather().
  void build(const NeighbourList& list, const PairPotentials& potentials, std::span<const double> rows);
  void build(const Pairs& pairs, const PairPotentials& potentials, std::span<const double> rows);

  /// Run of the atom in slot i with species b: row()[begin()[i * species + b]] up to begin()[.. + 1].
  std::span<const std::uint32_t> begin() const { return begin_; }
  /// Where the row of each neighbour begins among the rows of coordinates.
  std::span<const std::uint32_t> row() const { return row_; }

 private:
  std::vector<std::uint32_t> begin_, row_;
};

}  // namespace vitrum::atomistic
