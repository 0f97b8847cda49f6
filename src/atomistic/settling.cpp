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

/// Variance of the deviations, which must have zero mean, and their integrated correlation time.
struct Fluctuation {
  double variance = 0;
  double correlation_time = 0.5;
};

Fluctuation fluctuation(const std::vector<double>& deviations) {
  const std::size_t n = deviations.size();
  const auto covariance = [&](std::size_t lag) {
    double sum = 0;
    for (std::size_t i = 0; i + lag < n; ++i) sum += deviations[i] * deviations[i + lag];
    return sum / static_cast<double>(n);
  };
  Fluctuation result;
  result.variance = n > 0 ? covariance(0) : 0;
  if (result.variance <= 0) return result;
  double sum = 0.5;
  for (std::size_t lag = 1; lag <= n / 3; ++lag) {
    sum += covariance(lag) / result.variance;
    result.correlation_time = std::max(result.correlation_time, sum);
    if (static_cast<double>(lag) >= 20 * result.correlation_time) break;
  }
  return result;
}

/// Variance of the mean of `entries` entries, of which one independent one was used up by a fit.
double variance_of_mean(const Fluctuation& found, double entries) {
  const double independent = entries / (2 * found.correlation_time);
  return found.variance / std::max(independent - 1, 1.0);
}

}  // namespace

SeriesMean series_mean(std::span<const double> series) {
  const double average = mean(series);
  std::vector<double> deviations(series.begin(), series.end());
  for (double& d : deviations) d -= average;
  const Fluctuation found = fluctuation(deviations);
  const double error = std::sqrt(variance_of_mean(found, static_cast<double>(series.size())));
  return {average, error, found.correlation_time};
}

Settling settling(std::span<const double> series) {
  const std::size_t middle = series.size() / 2;
  Fluctuation found = fluctuation(without_trend(series));
  const auto entries = static_cast<double>(middle);
  Settling result;
  result.correlation_time = found.correlation_time;
  constexpr double most_independent = 3;
  found.correlation_time = std::max(found.correlation_time, entries / (2 * most_independent));
  result.first = mean(series.first(middle));
  result.second = mean(series.subspan(middle));
  result.error = std::sqrt(2 * variance_of_mean(found, entries));
  if (result.error > 0) result.drift = (result.second - result.first) / result.error;
  // A straight line takes slow fluctuations with it: the series itself tells how slow they are.
  result.long_enough = entries >= 10 * series_mean(series).correlation_time;
  return result;
}

}  // namespace vitrum::atomistic
