#include "compare/bins.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitrum::compare {

std::vector<double> linear_edges(double low, double high, int bins) {
  if (low == high) {
    const double half = low == 0 ? 0.5 : std::abs(low) / 2;
    low -= half;
    high += half;
  }
  std::vector<double> edges;
  for (int i = 0; i <= bins; ++i) edges.push_back(low + (high - low) * i / bins);
  edges.back() = high;
  return edges;
}

std::vector<double> logarithmic_edges(double low, double high, int bins) {
  if (low == high) high *= 2;
  std::vector<double> edges{0};
  for (int i = 0; i < bins; ++i) {
    const double share = bins > 1 ? static_cast<double>(i) / (bins - 1) : 1;
    edges.push_back(low * std::pow(high / low, share));
  }
  edges.back() = high;
  return edges;
}

std::vector<double> quantised_edges(double quantum, double high, int bins) {
  const double last = std::max(1.0, std::floor(high / quantum + 0.5)) + 0.5;
  std::vector<double> edges{0};
  for (int i = 0; i < bins; ++i) {
    const double share = bins > 1 ? static_cast<double>(i) / (bins - 1) : 1;
    const double wanted = 1.5 * std::pow(last / 1.5, share);
    const double edge = (std::round(wanted - 0.5) + 0.5) * quantum;
    if (edge > edges.back()) edges.push_back(edge);
  }
  return edges;
}

std::vector<double> counts_in(const std::vector<double>& edges, const std::vector<double>& values) {
  std::vector<double> counts(edges.size() - 1, 0.0);
  for (const double value : values) {
    if (!(value >= edges.front() && value <= edges.back())) continue;
    const auto above = std::upper_bound(edges.begin(), edges.end(), value);
    const auto bin = std::min(static_cast<std::size_t>(above - edges.begin()), counts.size()) - 1;
    counts[bin] += 1;
  }
  return counts;
}

std::vector<double> normalised(const std::vector<double>& edges, const std::vector<double>& counts) {
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  std::vector<double> density(counts.size(), 0.0);
  for (std::size_t i = 0; i < counts.size() && all > 0; ++i) {
    density[i] = counts[i] / all / (edges[i + 1] - edges[i]);
  }
  return density;
}

}  // namespace vitrum::compare
