#include "compare/reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "base/error.h"
#include "compare/jackknife.h"
#include "compare/quantity_edges.h"

namespace vitrum::compare {
namespace {

using Tests = std::vector<LocalYield> ReferenceSample::*;

/// Radii that were tested at both angles of calibration, in rising order.
std::vector<double> radii_of(const Reference& reference, Tests tests) {
  std::array<std::set<double>, 2> tested;
  for (const ReferenceSample& sample : reference.samples)
    for (const LocalYield& test : sample.*tests)
      for (std::size_t angle = 0; angle < tested.size(); ++angle)
        if (same_angle(test.angle, angle)) tested[angle].insert(test.radius);
  std::vector<double> both;
  std::set_intersection(tested[0].begin(), tested[0].end(), tested[1].begin(), tested[1].end(),
                        std::back_inserter(both));
  return both;
}

std::string short_number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

[[noreturn]] void refuse_radius(double radius, const std::vector<double>& tested, const std::string& name) {
  std::string message = "the reference " + name + " has no local tests of radius " + short_number(radius) +
                        " along 0 and 90 degrees";
  if (tested.empty())
    throw InputError(message + ", nor of any other; leave the radius out, or add such tests");
  message += "; it has those of radius";
  for (std::size_t i = 0; i < tested.size(); ++i) message += (i == 0 ? " " : ", ") + short_number(tested[i]);
  throw InputError(message + ": take one of them");
}

bool any(const std::vector<MacroscaleSample>& samples, std::vector<double> MacroscaleSample::*list,
         double above) {
  return std::any_of(samples.begin(), samples.end(), [&](const MacroscaleSample& sample) {
    return std::any_of((sample.*list).begin(), (sample.*list).end(), [above](double x) { return x > above; });
  });
}

/// Whether a number made of moments is known no better than to half of itself.
bool is_vague(const std::vector<CalibrationSample>& samples, std::size_t angle, std::size_t magnitude,
              double (*of)(const Moments&)) {
  std::vector<std::vector<double>> sums;
  for (const CalibrationSample& sample : samples) {
    if (!has_tests(sample, angle)) continue;
    const Moments& moments = sample.stationary[angle][magnitude];
    sums.push_back({moments.number, moments.sum, moments.squares});
  }
  if (sums.empty()) return false;
  const Estimate estimate = jackknife(sums, [of](const std::vector<double>& s) {
    return of({s[0], s[1], s[2]});
  });
  return estimate.error > 0.5 * std::abs(estimate.value);
}

void find_vague(const Reference& reference, Yardstick& yardstick) {
  const std::vector<CalibrationSample> samples = calibration_samples(reference, yardstick);
  for (std::size_t angle = 0; angle < calibration_angles.size(); ++angle)
    for (std::size_t m = 0; m < local_magnitudes.size(); ++m) {
      yardstick.vague[angle][m] = is_vague(samples, angle, m, [](const Moments& s) { return s.mean(); });
      yardstick.vague[angle][m + local_magnitudes.size()] =
          is_vague(samples, angle, m, [](const Moments& s) { return s.deviation(); });
    }
}

}  // namespace

Yardstick yardstick_of(const Reference& reference, int bins, double radius) {
  if (bins < 2) throw InputError("the densities of a reference need at least two bins");
  std::vector<MacroscaleSample> samples;
  for (const ReferenceSample& sample : reference.samples) samples.push_back(sample.macroscale);
  Yardstick yardstick;
  if (any(samples, &MacroscaleSample::stress, -std::numeric_limits<double>::infinity()))
    yardstick.edges[0] = stress_edges(samples, samples, bins);
  if (any(samples, &MacroscaleSample::drops, 0)) yardstick.edges[1] = drop_edges(samples, samples, bins);
  if (any(samples, &MacroscaleSample::increments, 0)) yardstick.edges[2] = increment_edges_of(samples, bins);

  std::vector<double> radii = radii_of(reference, &ReferenceSample::stationary);
  yardstick.stationary_tests = !radii.empty();
  if (radii.empty()) radii = radii_of(reference, &ReferenceSample::quenched);
  if (radius > 0) {
    const auto found = std::find_if(radii.begin(), radii.end(),
                                    [radius](double tested) { return same_radius(tested, radius); });
    if (found == radii.end()) refuse_radius(radius, radii, reference.name);
    yardstick.radius = radius;
  } else if (!radii.empty()) {
    yardstick.radius = radii.back();
  }
  const bool knows_densities = std::any_of(yardstick.edges.begin(), yardstick.edges.end(),
                                           [](const auto& edges) { return !edges.empty(); });
  if (!knows_densities && radii.empty())
    throw InputError("the reference " + reference.name +
                     " has neither stresses nor events nor local tests along 0 and 90 degrees in its window; "
                     "there is nothing to calibrate to");
  if (yardstick.stationary_tests) find_vague(reference, yardstick);
  return yardstick;
}

std::vector<CalibrationSample> calibration_samples(const Reference& reference, const Yardstick& yardstick) {
  std::vector<CalibrationSample> samples;
  for (const ReferenceSample& sample : reference.samples)
    samples.push_back(calibration_sample(sample.macroscale, sample.stationary, sample.quenched, yardstick));
  return samples;
}

}  // namespace vitrum::compare
