#include "compare/size_density.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/bins.h"
#include "compare/estimate.h"

namespace vitrum::compare {
namespace {

using Sizes = std::vector<std::vector<double>>;

struct Extremes {
  double low = std::numeric_limits<double>::infinity();
  double high = 0;  ///< 0: there is no size > 0
};

Extremes extremes_of(const Sizes& sizes_of_samples) {
  Extremes out;
  for (const auto& sizes : sizes_of_samples)
    for (const double size : sizes)
      if (size > 0) out.low = std::min(out.low, size), out.high = std::max(out.high, size);
  return out;
}

SizeDensity density_in(const std::vector<double>& edges, const Sizes& sizes_of_samples) {
  SizeDensity out;
  out.edges = edges;
  for (const auto& sizes : sizes_of_samples) out.events += static_cast<std::int64_t>(sizes.size());
  if (edges.empty()) return out;
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

}  // namespace

SizeDensity size_density(const std::vector<std::vector<double>>& sizes_of_samples, int bins_per_decade) {
  const auto [low, high] = extremes_of(sizes_of_samples);
  std::vector<double> edges;
  if (high > 0) {
    const auto first = static_cast<int>(std::floor(std::log10(low) * bins_per_decade));
    const auto last = static_cast<int>(std::floor(std::log10(high) * bins_per_decade)) + 1;
    for (int k = first; k <= last; ++k) edges.push_back(std::pow(10.0, double(k) / bins_per_decade));
    // Rounding must not put an extreme outside.
    edges.front() = std::min(edges.front(), low);
    edges.back() = std::max(edges.back(), high);
  }
  return density_in(edges, sizes_of_samples);
}

SizeDensity count_density(const std::vector<std::vector<double>>& sizes_of_samples, int bins_per_decade) {
  const double high = extremes_of(sizes_of_samples).high;
  std::vector<double> edges;
  if (high > 0) edges.push_back(0.5);
  const double ratio = std::pow(10.0, 1.0 / bins_per_decade);
  while (!edges.empty() && edges.back() < high)
    edges.push_back(std::max(edges.back() + 1, std::floor(edges.back() * ratio) + 0.5));
  return density_in(edges, sizes_of_samples);
}

}  // namespace vitrum::compare
