// Random shear moduli: paper 1, A.8.1 (model A).
#pragma once

#include <vector>

#include "base/random.h"

namespace vitrum::elastoplastic {

/// A Weibull distributed shear modulus for each element, in their order: P(G < g) = 1 - exp(-(g /
/// scale)^shape) with the scale that makes `mean` the expectation. Paper 1: mean 18.4, shape 1.3.
/// @param mean in units of stress.
/// @throws InputError when there is no element, or mean or shape are not positive and finite (a shape
/// below 0.006 counts as zero).
std::vector<double> weibull_shear_moduli(int columns, int rows, double mean, double shape,
                                         RandomStream& random);

}  // namespace vitrum::elastoplastic
