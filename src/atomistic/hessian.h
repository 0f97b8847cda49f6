// The stiffness of atoms that interact in pairs: second derivatives of the energy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "atomistic/pair_force_field.h"
#include "math/sparse_symmetric.h"

namespace vitrum::atomistic {

/// The matrix of second derivatives of the energy with respect to all coordinates (dimension * atoms),
/// analytic, sparse. Its pattern is that of the pairs that interact: it stays the same, and solvers may keep
/// what they know about it, until the list is rebuilt or two atoms have come within reach of each other.
class Hessian {
 public:
  /// Computes the matrix at this configuration. Returns true when the pattern is a new one.
  bool assemble(PairForceField& force_field, const Configuration& configuration);

  const SparseSymmetric& matrix() const { return matrix_; }

 private:
  /// An atom and its own image do not: they move together.
  static bool couples(const PairStiffness& pair);
  bool outgrown() const;
  void find_pattern(std::size_t atoms, std::size_t dimension);

  SparseSymmetric matrix_;
  std::vector<PairStiffness> pairs_;
  std::vector<std::size_t>
      place_;  // of each pair: its block among those below the diagonal of its column; or none
  std::uint64_t pattern_of_ = 0;  // the list's build number
};

}  // namespace vitrum::atomistic
