// Linear isotropic elasticity of the elements, in two dimensions.
#pragma once

#include "math/tensor.h"

namespace vitrum::elastoplastic {

/// Isotropic stiffness C in two dimensions: C_1111 = B + G, C_1122 = B - G, C_1212 = G, where B is the
/// two-dimensional bulk modulus (paper 1, sec. 4). Moduli in units of stress.
struct Stiffness {
  double shear_modulus = 0;  ///< G, > 0
  double bulk_modulus = 0;   ///< B, > 0

  /// C : strain, tension positive; strain in true tensor components.
  SymmetricTensor stress(const SymmetricTensor& strain) const {
    const double trace = bulk_modulus * (strain.xx + strain.yy);
    const double difference = shear_modulus * (strain.xx - strain.yy);
    SymmetricTensor result;
    result.xx = trace + difference;
    result.yy = trace - difference;
    result.xy = 2.0 * shear_modulus * strain.xy;
    return result;
  }
};

}  // namespace vitrum::elastoplastic
