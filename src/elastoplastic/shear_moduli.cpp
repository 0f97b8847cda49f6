#include "elastoplastic/shear_moduli.h"

#include <cmath>
#include <string>

#include "base/error.h"

namespace vitrum::elastoplastic {

std::vector<double> weibull_shear_moduli(int columns, int rows, double mean, double shape,
                                         RandomStream& random) {
  const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
  if (columns < 1 || rows < 1)
    throw InputError("a lattice of " + std::to_string(columns) + " x " + std::to_string(rows) +
                     " has no elements to draw shear moduli for");
  const double scale = mean / std::tgamma(1.0 + 1.0 / shape);
  // A shape near zero is not positive here either: the distribution is then too wide for numbers.
  if (!positive(mean) || !positive(shape) || !positive(scale))
    throw InputError("the mean shear modulus " + std::to_string(mean) + " and the shape " +
                     std::to_string(shape) +
                     " of its Weibull distribution must be positive and finite, the shape not below 0.006");
  std::vector<double> moduli(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (double& modulus : moduli) {
    // The uniform number 1, one in 2^53, would give an element without stiffness.
    while (modulus == 0) modulus = scale * std::pow(-std::log(random.uniform_positive()), 1.0 / shape);
  }
  return moduli;
}

}  // namespace vitrum::elastoplastic
