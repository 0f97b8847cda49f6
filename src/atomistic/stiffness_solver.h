// Exact solutions with the stiffness of one configuration.
#pragma once

#include <vector>

#include "atomistic/hessian.h"
#include "math/sparse_cholesky.h"

namespace vitrum::atomistic {

/// The Hessian at one configuration and its Cholesky factor in double precision. Uniform translations, which
/// cost no energy, are held by a stiffness far below that of any other mode and taken out of all vectors.
class StiffnessSolver {
 public:
  /// Rebuilds the neighbour list of `force_field`.
  StiffnessSolver(PairForceField& force_field, const Configuration& configuration);

  /// Factorises the stiffness + shift * identity. False when that is not positive definite: with shift 0
  /// the configuration is in no convex basin.
  bool factorise(double shift = 0);

  /// The x without translation that solves (stiffness + shift) x = b, b freed of its translation: refined
  /// until the residual no longer falls, or is 1e-13 of b. Requires a successful factorise().
  std::vector<double> solve(std::vector<double> b);

  /// (stiffness) x.
  std::vector<double> stiffness_times(const std::vector<double>& x) const;
  std::size_t size() const { return hessian_.matrix().size(); }
  /// Largest sum of absolute values in a column: no eigenvalue is larger in size.
  double norm() const;

 private:
  Hessian hessian_;
  SparseCholesky cholesky_;
  int dimension_;
  double shift_ = 0;
};

}  // namespace vitrum::atomistic
