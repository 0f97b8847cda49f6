// Incomplete Cholesky factors of block matrices: preconditioners that cost about as much as the matrix.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vitrum {

/// A symmetric matrix of 3 x 3 blocks: all blocks of the diagonal, and some below it.
struct BlockSymmetric {
  using Block = std::array<double, 9>;  ///< row by row

  std::vector<Block> diagonal;
  std::vector<std::uint32_t> begin{0};  ///< of each row of blocks: its first block left of the diagonal
  std::vector<std::uint32_t> column;    ///< of these blocks, ascending in each row
  std::vector<Block> below;

  std::size_t rows() const { return diagonal.size(); }
};

/// L with L L^T close to a symmetric matrix, and entries only where that has some: IC(0) (Meijerink and van
/// der Vorst, Math. Comp. 31, 148 (1977)) of 3 x 3 blocks. In single precision. A function of the matrix
/// alone, to the last bit.
class IncompleteCholesky {
 public:
  /// Factorises matrix + shift * (its diagonal), with the least of the shifts `first_shift`, 4 first_shift,
  /// ... for which that is possible. @throws PhysicsError when it is with none: the matrix is not finite, or
  /// far from positive definite.
  void factorise(const BlockSymmetric& matrix, double first_shift);

  bool has_factor() const { return !inverse_.empty(); }
  /// The shift that it took.
  double shift() const { return shift_; }
  /// x = (L L^T)^-1 x, three numbers for each row of blocks.
  void solve(std::span<float> x) const;

 private:
  using Rounded = std::array<float, 9>;  // a block, column by column

  bool try_shift(const BlockSymmetric& matrix, double shift);

  std::vector<std::uint32_t> begin_, column_;
  std::vector<Rounded> below_, inverse_;  // of L; inverses of its diagonal blocks
  double shift_ = 0;
};

}  // namespace vitrum
