#include "compare/calibration_sample.h"

#include <algorithm>
#include <cmath>

#include "compare/bins.h"

namespace vitrum::compare {
namespace {

/// Counts and moments of one macroscopic quantity; values <= 0 stay out when `positive` is set.
void count(const std::vector<double>& values, bool positive, const std::vector<double>& edges,
           std::vector<double>& counts, Moments& moments) {
  std::vector<double> kept;
  kept.reserve(values.size());
  std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
               [positive](double value) { return !positive || value > 0; });
  for (const double value : kept) moments.add(value);
  if (!edges.empty()) counts = counts_in(edges, kept);
}

template <class Measure>
void at_calibration_angles(const LocalYield& test, Measure measure) {
  for (std::size_t angle = 0; angle < calibration_angles.size(); ++angle)
    if (same_angle(test.angle, angle)) measure(angle);
}

}  // namespace

double Moments::deviation() const {
  const double variance = squares / number - mean() * mean();
  // Below this it is what rounding leaves of equal values.
  return variance > 1e-14 * squares / number ? std::sqrt(variance) : 0;
}

Moments& Moments::operator+=(const Moments& other) {
  number += other.number;
  sum += other.sum;
  squares += other.squares;
  return *this;
}

CalibrationSample& CalibrationSample::operator+=(const CalibrationSample& other) {
  for (std::size_t q = 0; q < counts.size(); ++q) {
    counts[q].resize(std::max(counts[q].size(), other.counts[q].size()));
    for (std::size_t bin = 0; bin < other.counts[q].size(); ++bin) counts[q][bin] += other.counts[q][bin];
    macroscale[q] += other.macroscale[q];
  }
  for (std::size_t angle = 0; angle < stationary.size(); ++angle) {
    for (std::size_t m = 0; m < stationary[angle].size(); ++m)
      stationary[angle][m] += other.stationary[angle][m];
    quenched_tau[angle] += other.quenched_tau[angle];
  }
  quenched_stress += other.quenched_stress;
  window += other.window;
  return *this;
}

bool has_tests(const CalibrationSample& sample, std::size_t angle) {
  return sample.stationary[angle][0].number > 0;
}

bool same_radius(double tested, double wanted) { return std::abs(tested - wanted) <= 0.02 * wanted; }

bool same_angle(double angle, std::size_t which) {
  return std::abs(std::remainder(angle - calibration_angles.at(which), 180.0)) < 1e-6;
}

CalibrationSample calibration_sample(const MacroscaleSample& macroscale,
                                     const std::vector<LocalYield>& stationary,
                                     const std::vector<LocalYield>& quenched, const Yardstick& yardstick) {
  CalibrationSample out;
  count(macroscale.stress, false, yardstick.edges[0], out.counts[0], out.macroscale[0]);
  count(macroscale.drops, true, yardstick.edges[1], out.counts[1], out.macroscale[1]);
  count(macroscale.increments, true, yardstick.edges[2], out.counts[2], out.macroscale[2]);
  out.window = macroscale.window;
  if (!(yardstick.radius > 0)) return out;
  for (const LocalYield& test : stationary) {
    if (!same_radius(test.radius, yardstick.radius)) continue;
    at_calibration_angles(test, [&](std::size_t angle) {
      auto& [tau_i, tau_c, distance, drop] = out.stationary[angle];
      tau_i.add(test.tau_i);
      if (!test.found) return;
      tau_c.add(test.tau_c);
      distance.add(test.distance());
      drop.add(test.drop());
    });
  }
  for (const LocalYield& test : quenched) {
    if (!same_radius(test.radius, yardstick.radius)) continue;
    if (std::isfinite(test.von_mises())) out.quenched_stress.add(test.von_mises());
    at_calibration_angles(test, [&](std::size_t angle) { out.quenched_tau[angle].add(test.tau_i); });
  }
  return out;
}

}  // namespace vitrum::compare
