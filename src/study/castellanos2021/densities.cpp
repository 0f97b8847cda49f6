#include <algorithm>
#include <cmath>
#include <limits>

#include "study/castellanos2021/series.h"

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Density and error of the bin that holds x; 0 outside.
Estimate height_at(const compare::Density& density, double x) {
  const auto above = std::upper_bound(density.edges.begin(), density.edges.end(), x);
  if (above == density.edges.begin() || above == density.edges.end()) return {0, 0};
  const auto bin = static_cast<std::size_t>(above - density.edges.begin()) - 1;
  return {density.value[bin], density.error.empty() ? 0 : density.error[bin]};
}

/// Share of a density in low to high, and its error.
Estimate share_of(const compare::Density& density, double low, double high) {
  double share = 0, squares = 0;
  for (std::size_t i = 0; i < density.value.size(); ++i) {
    const double width = std::min(high, density.edges[i + 1]) - std::max(low, density.edges[i]);
    if (width <= 0) continue;
    share += density.value[i] * width;
    const double error = density.error.empty() ? 0 : density.error[i] * width;
    squares += error * error;
  }
  return {share, std::sqrt(squares)};
}

/// Where densities that are not empty lie, and how many these are.
struct Span {
  double low = std::numeric_limits<double>::infinity(), high = -low, number = 0;
};
Span span_of(const std::vector<compare::Density>& densities) {
  Span out;
  for (const compare::Density& one : densities) {
    if (one.value.empty()) continue;
    out.low = std::min(out.low, one.edges.front());
    out.high = std::max(out.high, one.edges.back());
    out.number += 1;
  }
  return out;
}

compare::Density mean_on(const std::vector<double>& edges, const std::vector<compare::Density>& densities,
                         double number) {
  compare::Density out;
  if (number == 0) return out;
  out.edges = edges;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double width = edges[i + 1] - edges[i];
    double share = 0, squares = 0;
    for (const compare::Density& one : densities) {
      const Estimate part = share_of(one, edges[i], edges[i + 1]);
      share += part.value;
      squares += part.error * part.error;
    }
    out.value.push_back(share / number / width);
    out.error.push_back(std::sqrt(squares) / number / width);
  }
  return out;
}

}  // namespace

compare::Density as_density(const compare::LocalDensity& density) {
  return {density.edges, density.density, density.error};
}

compare::Density as_density(const compare::SizeDensity& density) {
  return {density.edges, density.value, density.error};
}

FigureSeries density_series(const std::string& label, const std::string& role,
                            const compare::Density& density, bool logarithmic) {
  FigureSeries out = series(label, role, Mark::line);
  for (std::size_t i = 0; i < density.value.size(); ++i) {
    const double low = density.edges[i], high = density.edges[i + 1];
    if (logarithmic && !(density.value[i] > 0)) continue;
    add_point(out, logarithmic && low > 0 ? std::sqrt(low * high) : (low + high) / 2,
              {density.value[i], density.error.empty() ? unknown : density.error[i]});
  }
  return out;
}

compare::Density mean_density(const std::vector<compare::Density>& densities, std::size_t bins) {
  const Span span = span_of(densities);
  std::vector<double> edges;
  const double width = (span.high - span.low) / static_cast<double>(bins);
  for (std::size_t i = 0; i <= bins; ++i) edges.push_back(span.low + width * static_cast<double>(i));
  return mean_on(edges, densities, span.number);
}

compare::Density mean_logarithmic_density(const std::vector<compare::Density>& densities) {
  const Span span = span_of(densities);
  std::size_t bins = 0;
  for (const compare::Density& one : densities) bins = std::max(bins, one.value.size());
  std::vector<double> edges;
  for (std::size_t i = 0; i <= bins; ++i)
    edges.push_back(span.low *
                    std::pow(span.high / span.low, static_cast<double>(i) / static_cast<double>(bins)));
  return mean_on(edges, densities, span.number);
}

Estimate mismatch(const compare::Density& first, const compare::Density& second) {
  if (first.value.empty() || second.value.empty()) return {unknown, unknown};
  std::vector<double> edges = first.edges;
  edges.insert(edges.end(), second.edges.begin(), second.edges.end());
  std::sort(edges.begin(), edges.end());
  double overlap = 0, squares = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const double width = edges[i + 1] - edges[i];
    if (!(width > 0)) continue;
    const double middle = edges[i] + width / 2;
    const Estimate one = height_at(first, middle), other = height_at(second, middle);
    const Estimate& less = one.value < other.value ? one : other;
    overlap += less.value * width;
    squares += less.error * less.error * width * width;
  }
  return {1 - overlap, std::sqrt(squares)};
}

}  // namespace vitrum::study::castellanos2021
