// The stiffness of metals by the embedded-atom method: second derivatives of the energy.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/pair_force_field.h"
#include "math/sparse_symmetric.h"

namespace vitrum::atomistic {

/// Derivatives with respect to Green-Lagrange strain (eta), components in Voigt's order xx, yy, zz, yz, xz,
/// xy.
struct EamStrainDerivatives {
  std::array<std::array<double, 6>, 6> second{};  ///< d2U / d eta_p d eta_q, all atoms following the strain
  std::array<std::vector<double>, 6> forces;      ///< -d2U / dx d eta_p, 3 * atoms numbers each
};

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

  /// The pairs of the first sum, one by one to `visit(const PairStiffness&)`: energies with F' held.
  template <typename Visit>
  void each_spring(Visit&& visit) const;

  EamStrainDerivatives strain_derivatives() const;

  /// The whole matrix. For a thousand atoms it takes some 10^8 operations and 100 MB.
  SparseSymmetric assemble() const;

 private:
  /// Atoms that interact, in the image that does. An atom and its own image move together: they count
  /// where the cell is strained only.
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

  std::vector<Pair> pairs_, own_images_;
  std::vector<double> embedding_curvature_;  // F'' of each atom
};

template <typename Visit>
void EamHessian::each_spring(Visit&& visit) const {
  for (const Pair& p : pairs_) {
    const Vector3& s = p.separation;
    const double square = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    visit(PairStiffness{p.first, p.second, s, p.slope_over_r, p.curvature_along * square + p.slope_over_r});
  }
}

}  // namespace vitrum::atomistic
