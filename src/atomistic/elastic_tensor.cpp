#include "atomistic/elastic_tensor.h"

namespace vitrum::atomistic {

SymmetricTensor stress_rate(const ElasticTensor& c, const SymmetricTensor& stress, const Gradient& u) {
  const std::array<std::array<double, 3>, 3> s{{{stress.xx, stress.xy, stress.xz},
                                                {stress.xy, stress.yy, stress.yz},
                                                {stress.xz, stress.yz, stress.zz}}};
  const auto component = [&](std::size_t a, std::size_t b) {
    double rate = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      for (std::size_t l = 0; l < 3; ++l) rate += c(a, b, k, l) * u[k][l];
      rate += s[a][k] * u[b][k] + u[a][k] * s[k][b] - s[a][b] * u[k][k];
    }
    return rate;
  };
  return {component(0, 0), component(1, 1), component(2, 2),
          component(1, 2), component(0, 2), component(0, 1)};
}

double simple_shear_modulus(const ElasticTensor& c, const SymmetricTensor& stress) {
  return c(0, 1, 0, 1) + stress.yy;
}

double mean_shear_modulus(const ElasticTensor& c, const SymmetricTensor& stress, int dimension) {
  const double p = pressure(stress, dimension);
  if (dimension == 2) return (c(0, 0, 0, 0) + c(1, 1, 1, 1) - 2 * c(0, 0, 1, 1) + 4 * c(0, 1, 0, 1)) / 8 - p;
  return (c(0, 0, 0, 0) + c(1, 1, 1, 1) + c(2, 2, 2, 2) - c(0, 0, 1, 1) - c(0, 0, 2, 2) - c(1, 1, 2, 2) +
          3 * (c(0, 1, 0, 1) + c(0, 2, 0, 2) + c(1, 2, 1, 2))) /
             15 -
         p;
}

double bulk_modulus(const ElasticTensor& c, const SymmetricTensor& stress, int dimension) {
  const auto d = static_cast<std::size_t>(dimension);
  double sum = 0;
  for (std::size_t a = 0; a < d; ++a)
    for (std::size_t b = 0; b < d; ++b) sum += c(a, a, b, b);
  return sum / (dimension * dimension) + (dimension - 2) * pressure(stress, dimension) / dimension;
}

double pressure(const SymmetricTensor& stress, int dimension) {
  return dimension == 2 ? -(stress.xx + stress.yy) / 2 : -(stress.xx + stress.yy + stress.zz) / 3;
}

}  // namespace vitrum::atomistic
