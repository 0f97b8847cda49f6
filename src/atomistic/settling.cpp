#include "atomistic/settling.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vitrum::atomistic {

namespace {

double mean(std::span<const double> values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// The values less their least-squares straight line.
std::vector<double> without_trend(std::span<const double> values) {
  const double centre = (static_cast<double>(values.size()) - 1) / 2;
  const double average = mean(values);
  double slope = 0, spread = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double t = static_cast<double>(i) - centre;
    slope += t * (values[i] - average);
    spread += t * t;
  }
  if (spread > 0) slope /= spread;
  std::vector<double> rest(values.begin(), values.end());
  for (std::size_t i = 0; i < rest.size(); ++i) {
    rest[i] -= average + slope * (static_cast<double>(i) - centre);
  }
  return rest;
}

/// Error of the mean and correlation time from deviations of zero mean that have lost `fitted` parameters.
SeriesMean from_deviations(const std::vector<double>& deviations, double fitted) {
  const std::size_t n = deviations.size();
  SeriesMean result;
  result.correlation_time = 0.5;
  const auto covariance = [&](std::size_t lag) {
    double sum = 0;
    for (std::size_t i = 0; i + lag < n; ++i) sum += deviations[i] * deviations[i + lag];
    return sum / static_cast<double>(n);
  };
  const double variance = n > 0 ? covariance(0) : 0;
  if (variance <= 0) return result;
  double time = 0.5;
  for (std::size_t lag = 1; lag < n; ++lag) {
    time += covariance(lag) / variance;
    if (static_cast<double>(lag) >= 5 * time) break;
  }
  result.correlation_time = std::max(time, 0.5);
  // Each fitted parameter takes one independent entry, 2 correlation times of the series.
  const double entries = static_cast<double>(n) / (2 * result.correlation_time);
  result.error = std::sqrt(variance / std::max(entries - fitted, 1.0));
  return result;
}

}  // namespace

SeriesMean series_mean(std::span<const double> series) {
  std::vector<double> deviations(series.begin(), series.end());
  const double average = mean(series);
  for (double& d : deviations) d -= average;
  SeriesMean result = from_deviations(deviations, 1);
  result.mean = average;
  return result;
}

Settling settling(std::span<const double> series) {
  const auto half = [](std::span<const double> values) {
    SeriesMean result = from_deviations(without_trend(values), 2);
    result.mean = mean(values);
    return result;
  };
  const std::size_t middle = series.size() / 2;
  Settling result{half(series.first(middle)), half(series.subspan(middle)), 0, false};
  const double error = std::hypot(result.first.error, result.second.error);
  if (error > 0) result.drift = (result.second.mean - result.first.mean) / error;
  // Straight lines take slow fluctuations with them, so the whole series tells how slow they are.
  result.long_enough = static_cast<double>(middle) >= 10 * series_mean(series).correlation_time;
  return result;
}

}  // namespace vitrum::atomistic
