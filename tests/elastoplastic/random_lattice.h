// Random fields for the tests of lattices with unequal elements.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/random.h"
#include "elastoplastic/shear_moduli.h"
#include "elastoplastic/tensor_field.h"

namespace vitrum::elastoplastic::test {

/// Of model A of paper 1, with its bulk modulus.
inline constexpr double bulk_modulus = 59;
inline std::vector<double> random_moduli(int columns, int rows) {
  RandomStream random(17, static_cast<std::uint64_t>(1000 * columns + rows), Purpose::test);
  return weibull_shear_moduli(columns, rows, 18.4, 1.3, random);
}

inline TensorField random_strain(int columns, int rows) {
  RandomStream random(18, static_cast<std::uint64_t>(1000 * columns + rows), Purpose::test);
  TensorField field(static_cast<std::size_t>(columns * rows));
  for (auto* component : {&field.xx, &field.yy, &field.xy})
    for (double& value : *component) value = random.normal();
  return field;
}

inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double largest = a.size() == b.size() ? 0 : INFINITY;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

inline double largest_difference(const TensorField& a, const TensorField& b) {
  return std::max(
      {largest_difference(a.xx, b.xx), largest_difference(a.yy, b.yy), largest_difference(a.xy, b.xy)});
}

}  // namespace vitrum::elastoplastic::test
