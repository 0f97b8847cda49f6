// The incomplete factor of a stiffness that is a sum over pairs of atoms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "atomistic/neighbour_list.h"
#include "math/incomplete_cholesky.h"

namespace vitrum::atomistic {

/// Springs between atoms, each a 3 x 3 block, in the order of a neighbour list. In two dimensions the third
/// row and column of blocks count for nothing.
class BlockSum {
 public:
  explicit BlockSum(const NeighbourList& list);
  void add(std::size_t first, std::size_t second, const BlockSymmetric::Block& spring);

 private:
  friend class BlockFactor;
  int dimension_;
  std::vector<std::size_t> row_of_;  // of each atom
  BlockSymmetric matrix_;
  std::vector<std::map<std::uint32_t, BlockSymmetric::Block>> below_;
};

/// IncompleteCholesky for vectors of dimension * atoms numbers, without uniform translations.
class BlockFactor {
 public:
  /// Uses up `sum`. Atoms without springs are held, too.
  void make(BlockSum& sum);
  bool ready() const { return factor_.has_factor(); }
  /// Replaces forces by displacements. Requires ready().
  void apply(std::vector<double>& vector);
  void clear() { factor_ = {}; }

 private:
  int dimension_ = 3;
  std::vector<std::size_t> row_of_;
  IncompleteCholesky factor_;
  std::vector<float> rows_;
};

}  // namespace vitrum::atomistic
