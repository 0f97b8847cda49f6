// The neighbour list in the order in which the kernel of embedded-atom potentials likes it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "atomistic/eam_potential.h"
#include "atomistic/neighbour_list.h"
#include "atomistic/slot_row.h"

namespace vitrum::atomistic {

/// Neighbours of every atom in two runs: near ones, which may come within reach of each other's densities
/// while the list is good, and far ones, which have a pair energy only. Pairs that cannot interact at all are
/// left out. Within a run stand first those that interacted at the build. Runs are padded to whole vectors
/// with a slot that is far from everything.
class EamRuns {
 public:
  static constexpr int lanes = 8;

  /// @param rows coordinates of the slots when the list was built.
  void build(const NeighbourList& list, const EamPotential& potential, double skin,
             std::span<const SlotRow> rows);

  /// Near neighbours of the atom in slot i: begin()[2 i] up to begin()[2 i + 1]; far ones up to begin()[2 i +
  /// 2].
  std::span<const std::uint32_t> begin() const { return begin_; }
  /// Where the row of each neighbour begins among the rows of coordinates.
  std::span<const std::uint32_t> row() const { return row_; }
  /// EamLines::first() of each pair.
  std::span<const std::uint32_t> line() const { return line_; }
  /// Of all near runs together.
  std::size_t near_pairs() const { return near_pairs_; }
  /// Pairs of the atom that has most of them, near and far.
  std::size_t longest() const { return longest_; }

 private:
  std::vector<std::uint32_t> begin_, row_, line_;
  std::size_t near_pairs_ = 0, longest_ = 0;
};

}  // namespace vitrum::atomistic
