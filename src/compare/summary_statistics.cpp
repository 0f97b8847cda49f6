#include <cmath>

#include "base/error.h"
#include "compare/stationary_errors.h"

namespace vitrum::compare {
namespace {

/// Names are put only where they are asked for: values are computed once for each realization left out.
struct Row {
  std::vector<std::string>* names;
  std::vector<double> values;

  void add(const std::string& name, double value) {
    if (names) names->push_back(name);
    values.push_back(value);
  }
  void add_moments(const std::string& quantity, const std::string& angle, const Moments& moments) {
    const bool some = moments.number > 0;
    add(quantity + ".mean" + angle, some ? moments.mean() : 0);
    add(quantity + ".deviation" + angle, some ? moments.deviation() : 0);
  }
};

std::vector<double> values_of(const Yardstick& yardstick, const CalibrationSample& sum,
                              std::vector<std::string>* names) {
  Row row{names, {}};
  for (std::size_t q = 0; q < macroscale_quantities.size(); ++q)
    if (!yardstick.edges[q].empty()) row.add_moments(macroscale_quantities[q], "", sum.macroscale[q]);
  if (!yardstick.edges[1].empty())
    row.add("events_per_strain", sum.window > 0 ? sum.macroscale[1].number / sum.window : 0);
  if (!(yardstick.radius > 0) || !yardstick.stationary_tests) return row.values;
  for (std::size_t angle = 0; angle < calibration_angles.size(); ++angle) {
    const std::string at = "." + std::to_string(static_cast<int>(calibration_angles[angle]));
    for (std::size_t m = 0; m < local_magnitudes.size(); ++m)
      row.add_moments(local_magnitudes[m], at, sum.stationary[angle][m]);
  }
  return row.values;
}

/// Which of the `size` values a realization tells anything of: local ones only when it was tested.
std::vector<bool> told_by(const Yardstick& yardstick, const CalibrationSample& sample, std::size_t size) {
  std::vector<bool> out(size, true);
  const std::size_t of_angle = 2 * local_magnitudes.size();
  if (!(yardstick.radius > 0) || !yardstick.stationary_tests) return out;
  for (std::size_t angle = 0; angle < calibration_angles.size(); ++angle)
    for (std::size_t i = 0; i < of_angle; ++i)
      out[size - (calibration_angles.size() - angle) * of_angle + i] = has_tests(sample, angle);
  return out;
}

/// What is left when one realization is left out, and what it had told.
struct Parts {
  std::vector<double> values;
  std::vector<bool> told;
};

/// For each realization and statistic sqrt((n - 1)/n) (value without it - mean of these), n and the mean over
/// the realizations that tell the statistic, 0 for others: products of these sum up to the covariances of the
/// jackknife.
std::vector<std::vector<double>> jackknife_deviations(const std::vector<Parts>& without, std::size_t size) {
  std::vector<double> number(size), mean(size);
  for (const Parts& one : without)
    for (std::size_t a = 0; a < size; ++a)
      if (one.told[a]) number[a] += 1, mean[a] += one.values[a];
  std::vector<std::vector<double>> out(without.size(), std::vector<double>(size));
  for (std::size_t i = 0; i < without.size(); ++i)
    for (std::size_t a = 0; a < size; ++a)
      if (without[i].told[a])
        out[i][a] = std::sqrt((number[a] - 1) / number[a]) * (without[i].values[a] - mean[a] / number[a]);
  return out;
}

}  // namespace

SummaryStatistics summary_statistics(const Yardstick& yardstick, std::span<const CalibrationSample> samples) {
  if (samples.size() < 2)
    throw InputError("summary statistics with their covariance need at least two realizations, but there " +
                     std::string(samples.empty() ? "are none" : "is one"));
  CalibrationSample all;
  for (const CalibrationSample& sample : samples) all += sample;
  SummaryStatistics out;
  out.value = values_of(yardstick, all, &out.names);

  const std::size_t size = out.value.size();
  std::vector<Parts> without;
  // Sums of the others, not differences from the whole: what only one realization has leaves exactly 0.
  for (std::size_t left_out = 0; left_out < samples.size(); ++left_out) {
    CalibrationSample rest;
    for (std::size_t i = 0; i < samples.size(); ++i)
      if (i != left_out) rest += samples[i];
    without.push_back({values_of(yardstick, rest, nullptr), told_by(yardstick, samples[left_out], size)});
  }
  const std::vector<std::vector<double>> deviations = jackknife_deviations(without, size);
  out.covariance.assign(size * size, 0);
  for (const auto& of_one : deviations)
    for (std::size_t a = 0; a < size; ++a)
      for (std::size_t b = 0; b < size; ++b) out.covariance[a * size + b] += of_one[a] * of_one[b];
  return out;
}

}  // namespace vitrum::compare
