// The stiffness of metals by the embedded-atom method: second derivatives of the energy.
#pragma once

#include <span>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "math/sparse_symmetric.h"

namespace vitrum::atomistic {

/// The matrix of second derivatives of the energy with respect to all coordinates (3 * atoms), analytic:
///   H = sum over pairs of the stiffness of a pair with the energy
///         phi(r) + F_i' rho_ba(r) + F_j' rho_ab(r), F_i' and F_j' held,
///     + sum over atoms of F_i'' (grad rho_i) (grad rho_i)^T.
/// The second sum couples all neighbours of an atom with each other: the matrix has some ten times as many
/// entries as there are pairs, its product with a vector costs two passes over the pairs.
class EamHessian {
 public:
  /// Computes what follows at this configuration. @throws as EamForceField::evaluate() does.
  void set(EamForceField& force_field, const Configuration& configuration);

  /// result = H u; 3 * atoms numbers each.
  void multiply(std::span<const double> u, std::vector<double>& result) const;

  /// The whole matrix. For a thousand atoms it takes some 10^8 operations and 100 MB.
  SparseSymmetric assemble() const;

 private:
  /// Atoms that interact, in the image that does. An atom and its own image move together and are left out.
  struct Pair {
    int first = 0, second = 0;
    Vector3 separation{};                          // from the first to the second
    double slope_over_r = 0, curvature_along = 0;  // of its energy: U'/r and (U'' - U'/r)/r^2
    double density_first = 0, density_second = 0;  // (d rho / dr) / r at each of them
  };
  /// d rho_i / d x of one atom.
  struct Gradient {
    int atom = 0;
    Vector3 value{};
  };
  std::vector<std::vector<Gradient>> gradients() const;

  std::vector<Pair> pairs_;
  std::vector<double> embedding_curvature_;  // F'' of each atom
};

}  // namespace vitrum::atomistic
