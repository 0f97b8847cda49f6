// How large events are: a density over sizes that span many powers of ten.
#pragma once

#include <cstdint>
#include <vector>

namespace vitrum::compare {

struct SizeDensity {
  std::vector<double> edges;  ///< of equal ratio; one more than values; empty when there was nothing to count
  std::vector<double> value;  ///< probability density; its integral is the share of sizes > 0
  std::vector<double> error;  ///< standard error over samples; 0 when a single sample cannot tell it
  std::int64_t events = 0;    ///< of all samples, those with a size <= 0 included
};

/// Density of all sizes together, in bins of equal ratio whose edges are powers of ten^(1/bins_per_decade).
/// The error of each bin is that of the mean over samples of what each puts there: samples are independent,
/// events of one sample need not be.
SizeDensity size_density(const std::vector<std::vector<double>>& sizes_of_samples, int bins_per_decade = 5);

/// The same for whole numbers >= 1, as probability per whole number: edges are half-odd, from 1/2 on, as near
/// to equal ratio as that allows, so that bins hold 1, 2, 3, ... until several numbers share one.
SizeDensity count_density(const std::vector<std::vector<double>>& sizes_of_samples, int bins_per_decade = 5);

}  // namespace vitrum::compare
