// In which order a sparse symmetric matrix is eliminated, and the shape of its Cholesky factor.
#pragma once

#include <cstddef>
#include <vector>

#include "math/sparse_symmetric.h"

namespace vitrum {

/// An elimination order with little fill, by approximate minimum degree (CHOLMOD). `block` consecutive
/// unknowns (the coordinates of one atom) couple alike and stay together; the order is that of the blocks. A
/// function of the pattern alone.
std::vector<int> elimination_order(const SparseSymmetric& matrix, int block);

/// The unknowns in the order of their blocks.
/// @throws InputError when `order` is not a permutation of the blocks of the matrix.
std::vector<int> unknowns_in_order(const SparseSymmetric& matrix, const std::vector<int>& order);

/// The factor's columns in groups, supernodes, that share the rows below their diagonal block. Columns and
/// rows are numbered in the order of elimination.
struct Supernodes {
  /// Row k of the factor is unknown permutation[k]. Not quite the order asked for: an equivalent one.
  std::vector<int> permutation;
  std::vector<int> first_column;       ///< of each supernode, and at the end the number of unknowns
  std::vector<std::size_t> first_row;  ///< where a supernode's rows begin in `row`, and at the end its size
  std::vector<int> row;                ///< ascending; the first of each supernode are its own columns

  std::size_t count() const { return first_row.size() - 1; }
};

/// @param order as elimination_order() gives it.
/// @throws InputError when it does not fit to the matrix, PhysicsError when memory runs out.
Supernodes find_supernodes(const SparseSymmetric& matrix, const std::vector<int>& order);

/// Floating-point operations of a Cholesky factorisation with these supernodes of blocks.
double factor_operations(const Supernodes& supernodes, int block);

}  // namespace vitrum
