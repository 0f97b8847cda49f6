// Samples of a probability density that is known but for its norm.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/random.h"

namespace vitrum {

/// Several chains that know nothing of each other.
struct MarkovChains {
  std::vector<std::vector<std::vector<double>>> chain;  ///< [chain][sample][coordinate]; burn-in left out
  std::vector<double> r_hat;    ///< each coordinate; 1 when all halves of all chains agree
  std::vector<double> samples;  ///< effective number of independent ones, each coordinate
  double accepted = 0;          ///< share of the steps, burn-in left out
};

/// Logarithm of a density in the unit cube, up to a constant; minus infinity where it is zero.
using LogDensity = std::function<double(const std::vector<double>&)>;

/// Adaptive Metropolis (Haario, Saksman, Tamminen 2001): normal steps with 2.38^2/d times the covariance of
/// the chain so far. Adapted during burn-in, as long as what is kept, and fixed afterwards. Steps out of the
/// cube are refused.
/// @param starts one for each chain, at least two, of density above zero
/// @param length steps of each chain that are kept
MarkovChains adaptive_metropolis(const LogDensity& density, const std::vector<std::vector<double>>& starts,
                                 int length, std::uint64_t seed, Purpose purpose);

}  // namespace vitrum
