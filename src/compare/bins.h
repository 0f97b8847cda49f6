// Bins of probability densities and what falls into them.
#pragma once

#include <vector>

namespace vitrum::compare {

/// `bins` bins of equal width from `low` to `high`; a single value gets bins around it.
std::vector<double> linear_edges(double low, double high, int bins);

/// One bin from 0 to `low`, then bins - 1 of equal ratio up to `high`; 0 < low <= high. When both are
/// equal, `high` is taken twice as large.
std::vector<double> logarithmic_edges(double low, double high, int bins);

/// Edges at half-odd multiples of `quantum`: 0, 1.5, then of equal ratio as far as whole multiples of
/// `quantum` allow, up to the first one above `high`; at most `bins` bins. Quantities that come in
/// multiples of `quantum`, but for rounding or a slight spread, thus never lie on an edge, and no bin
/// is empty because it falls between two multiples.
std::vector<double> quantised_edges(double quantum, double high, int bins);

/// How many values lie in each bin. A bin holds its lower edge, the last one both its edges; values
/// outside all bins are not counted.
std::vector<double> counts_in(const std::vector<double>& edges, const std::vector<double>& values);

/// Counts divided by their sum and by the widths of their bins: a density of integral 1, or all zeros
/// when nothing was counted.
std::vector<double> normalised(const std::vector<double>& edges, const std::vector<double>& counts);

}  // namespace vitrum::compare
