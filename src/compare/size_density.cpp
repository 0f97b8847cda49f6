#include "compare/size_density.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/bins.h"
#include "compare/estimate.h"

namespace vitrum::compare {

SizeDensity size_density(const std::vector<std::vector<double>>& sizes_of_samples, int bins_per_decade) {
  SizeDensity out;
  double low = std::numeric_limits<double>::infinity(), high = 0;
  for (const auto& sizes : sizes_of_samples) {
    out.events += static_cast<std::int64_t>(sizes.size());
    for (const double size : sizes)
      if (size > 0) low = std::min(low, size), high = std::max(high, size);
  }
  if (high == 0) return out;
  const auto first = static_cast<int>(std::floor(std::log10(low) * bins_per_decade));
  const auto last = static_cast<int>(std::floor(std::log10(high) * bins_per_decade)) + 1;
  for (int k = first; k <= last; ++k) out.edges.push_back(std::pow(10.0, double(k) / bins_per_decade));
  // Rounding must not put an extreme outside.
  out.edges.front() = std::min(out.edges.front(), low);
  out.edges.back() = std::max(out.edges.back(), high);

  std::vector<std::vector<double>> counts;
  for (const auto& sizes : sizes_of_samples) counts.push_back(counts_in(out.edges, sizes));
  const double events_per_sample = static_cast<double>(out.events) / static_cast<double>(counts.size());
  for (std::size_t bin = 0; bin + 1 < out.edges.size(); ++bin) {
    std::vector<double> values;
    for (const auto& of_sample : counts) values.push_back(of_sample[bin]);
    const Estimate mean = mean_of_realizations(values);
    const double scale = 1 / (events_per_sample * (out.edges[bin + 1] - out.edges[bin]));
    out.value.push_back(scale * mean.value);
    out.error.push_back(std::isnan(mean.error) ? 0 : scale * mean.error);
  }
  return out;
}

}  // namespace vitrum::compare
