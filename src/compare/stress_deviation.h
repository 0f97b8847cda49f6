// Root-mean-square deviation of the stress over strain intervals: paper 1, eq. 10.
#pragma once

#include <vector>

#include "compare/estimate.h"

namespace vitrum::compare {

struct MacroscaleSample;

/// r(Delta gamma) of one realization for each width in `widths`: the standard deviation of the
/// stress on the grid points of an interval of that width, both ends included, averaged over all
/// intervals of the window (sliding by one increment). Widths are rounded to the grid.
/// @throws InputError when a width is shorter than one increment or longer than the window.
std::vector<double> stress_deviation(const MacroscaleSample& sample, const std::vector<double>& widths);

/// r of one model over intervals of one width, averaged over realizations.
struct Deviation {
  double width = 0;  ///< strain
  Estimate value;
};

/// At widths spaced by equal ratios, `per_decade` of them in a decade, from one increment to a fifth of the
/// window.
std::vector<Deviation> ensemble_deviation(const std::vector<MacroscaleSample>& samples, int per_decade = 6);

/// r of two models over intervals of the same width, averaged over realizations.
struct DeviationPair {
  double width = 0;  ///< strain
  Estimate first, second;
};

/// Both models at widths spaced by equal ratios, `per_decade` of them in a decade, from one increment
/// (the coarser one) to a fifth of the shorter window.
std::vector<DeviationPair> compare_stress_deviation(const std::vector<MacroscaleSample>& first,
                                                    const std::vector<MacroscaleSample>& second,
                                                    int per_decade = 6);

}  // namespace vitrum::compare
