// Bins common to two models for each compared quantity; compare_macroscale says which and why.
#pragma once

#include <vector>

#include "compare/macroscale.h"

namespace vitrum::compare {

/// Bins of equal width over both sets of stresses.
/// @throws InputError, like the others, when a model has no value to bin.
std::vector<double> stress_edges(const std::vector<MacroscaleSample>& first,
                                 const std::vector<MacroscaleSample>& second, int bins);

/// A bin from 0 to the lower one of the models' first percentiles, then bins of equal ratio.
std::vector<double> drop_edges(const std::vector<MacroscaleSample>& first,
                               const std::vector<MacroscaleSample>& second, int bins);

/// Bins of equal ratio that hold whole multiples of the rise over one strain increment (elastic slope
/// times increment, the larger one of the two models): branches begin and end on the strain grid.
std::vector<double> increment_edges(const std::vector<MacroscaleSample>& first,
                                    const std::vector<MacroscaleSample>& second, int bins);
/// The same for one model alone, of which some realizations may lack their stress. Bins of equal ratio
/// without a quantum when none of them tells the elastic rise.
std::vector<double> increment_edges_of(const std::vector<MacroscaleSample>& samples, int bins);

}  // namespace vitrum::compare
