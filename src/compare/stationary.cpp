#include "compare/stationary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.h"

namespace vitrum::compare {
namespace {

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

double mean_of(const std::vector<double>& values) {
  return sum_of(values) / static_cast<double>(values.size());
}

double drift_of(const std::vector<double>& values) {
  const auto half = static_cast<std::ptrdiff_t>(values.size() / 2);
  return mean_of({values.end() - half, values.end()}) - mean_of({values.begin(), values.begin() + half});
}

double deviation_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size()));
}

/// Mean over the realizations that have such a number: a mean over no events is not one.
template <class Measure>
Estimate over(const std::vector<MacroscaleSample>& samples, Measure measure) {
  std::vector<double> values;
  for (const auto& sample : samples) {
    const double value = measure(sample);
    if (!std::isnan(value)) values.push_back(value);
  }
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  return values.empty() ? Estimate{unknown, unknown} : mean_of_realizations(values);
}

}  // namespace

StationarySummary stationary_summary(const std::vector<MacroscaleSample>& samples) {
  using Sample = MacroscaleSample;
  if (samples.empty()) throw InputError("a stationary state cannot be summarised without a realization");
  StationarySummary summary;
  summary.realizations = static_cast<std::int64_t>(samples.size());
  for (const auto& sample : samples) summary.events += static_cast<std::int64_t>(sample.drops.size());

  summary.stress_mean = over(samples, [](const Sample& s) { return mean_of(s.stress); });
  summary.stress_drift = over(samples, [](const Sample& s) { return drift_of(s.stress); });
  summary.stress_std = over(samples, [](const Sample& s) { return deviation_of(s.stress); });
  summary.events_per_strain =
      over(samples, [](const Sample& s) { return static_cast<double>(s.drops.size()) / s.window; });
  summary.slope = over(samples, [](const Sample& s) {
    return (s.stress.back() - s.stress.front() + sum_of(s.drops)) / s.window;
  });
  summary.drop_mean = over(samples, [](const Sample& s) { return mean_of(s.drops); });
  summary.increment_mean = over(samples, [](const Sample& s) { return mean_of(s.increments); });
  summary.raising_share = over(samples, [](const Sample& s) {
    const auto raising = std::count_if(s.drops.begin(), s.drops.end(), [](double drop) { return drop < 0; });
    return static_cast<double>(raising) / static_cast<double>(s.drops.size());
  });
  const auto per_event = [&](auto sum_in_window) {
    return over(samples, [&](const Sample& s) {
      return static_cast<double>(s.*sum_in_window) / static_cast<double>(s.drops.size());
    });
  };
  summary.slips_per_event = per_event(&Sample::slips);
  summary.duration_per_event = per_event(&Sample::duration);
  summary.participation_per_event = per_event(&Sample::participation);
  return summary;
}

}  // namespace vitrum::compare
