// Fourth-rank elastic tensors, and the moduli that are made of them.
#pragma once

#include <array>
#include <cstddef>

#include "math/tensor.h"

namespace vitrum::atomistic {

/// A displacement gradient: element [a][b] is du_a / dx_b.
using Gradient = std::array<std::array<double, 3>, 3>;

/// C_abcd with C_abcd = C_bacd = C_abdc = C_cdab, true tensor components, no factor 2 anywhere. Directions
/// are 0, 1, 2 for x, y, z. In two dimensions components with z are zero.
class ElasticTensor {
 public:
  double operator()(std::size_t a, std::size_t b, std::size_t c, std::size_t d) const {
    return value[index(a, b)][index(c, d)];
  }
  /// Place of the pair ab in Voigt's order xx, yy, zz, yz, xz, xy.
  static constexpr std::size_t index(std::size_t a, std::size_t b) { return a == b ? a : 6 - a - b; }

  std::array<std::array<double, 6>, 6> value{};
};

/// Change of the Cauchy stress per unit of a small displacement gradient u, of a solid under the stress
/// sigma whose second derivatives of energy with respect to Green-Lagrange strain are V * C (Barron and
/// Klein, Proc. Phys. Soc. 85, 523 (1965)):
/// d sigma_ab = C_abcd u_cd + sigma_ac u_bc + u_ac sigma_cb - sigma_ab u_cc.
SymmetricTensor stress_rate(const ElasticTensor& c, const SymmetricTensor& stress, const Gradient& gradient);

/// d sigma_xy / d gamma of simple shear, x -> x + gamma y, which equals (1/V) d2U / dgamma2:
/// C_xyxy + sigma_yy.
double simple_shear_modulus(const ElasticTensor& c, const SymmetricTensor& stress);

/// d tau / d gamma of shear, averaged over all directions: in two dimensions
/// (C1111 + C2222 - 2 C1122 + 4 C1212) / 8 - p, in three Voigt's average
/// (C1111 + C2222 + C3333 - C1122 - C1133 - C2233 + 3 (C1212 + C1313 + C2323)) / 15 - p.
double mean_shear_modulus(const ElasticTensor& c, const SymmetricTensor& stress, int dimension);

/// -V dp/dV: C_aabb / d^2 + (d - 2) p / d, summed over a and b, in d dimensions.
double bulk_modulus(const ElasticTensor& c, const SymmetricTensor& stress, int dimension);

/// -(s_xx + s_yy) / 2, or -(s_xx + s_yy + s_zz) / 3.
double pressure(const SymmetricTensor& stress, int dimension);

}  // namespace vitrum::atomistic
