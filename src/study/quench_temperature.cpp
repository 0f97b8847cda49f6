#include "study/quench_temperature.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/random.h"
#include "compare/ensemble_statistics.h"
#include "study/trial_lattice.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;

constexpr int temperature_resamples = 200, steps_between = 100;
using Magnitudes = QuenchedMagnitudes;

Magnitudes magnitudes_of(const CalibrationSample& sum) {
  return {sum.quenched_stress.mean(), sum.quenched_stress.deviation(), sum.quenched_tau[0].deviation(),
          sum.quenched_tau[1].deviation()};
}

/// Those that tell anything of the quenched state: realizations without tests are no realizations here.
std::vector<CalibrationSample> tested(const std::vector<CalibrationSample>& samples) {
  std::vector<CalibrationSample> out;
  for (const CalibrationSample& sample : samples)
    if (sample.quenched_stress.number > 0) out.push_back(sample);
  return out;
}

bool knows_all(const CalibrationSample& sum) {
  return sum.quenched_stress.number > 0 && sum.quenched_tau[0].number > 0 && sum.quenched_tau[1].number > 0;
}

CalibrationSample drawn(const std::vector<CalibrationSample>& samples, RandomStream& stream) {
  CalibrationSample sum;
  for (const std::size_t i : compare::draw_realizations(stream, samples.size())) sum += samples[i];
  return sum;
}

double mismatch(const Magnitudes& model, const Magnitudes& reference) {
  double sum = 0;
  for (std::size_t m = 0; m < model.size(); ++m) sum += std::abs(1 - model[m] / reference[m]);
  return sum / static_cast<double>(model.size());
}

std::string name_of(double temperature) {
  char out[40];
  std::snprintf(out, sizeof out, "quench-%08.0f", 1e6 * temperature);
  return out;
}

}  // namespace

double temperature_of_least_mismatch(const std::vector<double>& temperatures,
                                     const std::vector<QuenchedMagnitudes>& models,
                                     const QuenchedMagnitudes& reference) {
  double best = temperatures.front(), least = std::numeric_limits<double>::infinity();
  const auto look_at = [&](double temperature, const QuenchedMagnitudes& model) {
    const double found = mismatch(model, reference);
    if (found < least) best = temperature, least = found;
  };
  for (std::size_t t = 0; t < temperatures.size(); ++t) {
    look_at(temperatures[t], models[t]);
    for (int i = 1; t + 1 < temperatures.size() && i < steps_between; ++i) {
      const double share = static_cast<double>(i) / steps_between;
      QuenchedMagnitudes between;
      for (std::size_t m = 0; m < between.size(); ++m)
        between[m] = models[t][m] + share * (models[t + 1][m] - models[t][m]);
      look_at(temperatures[t] + share * (temperatures[t + 1] - temperatures[t]), between);
    }
  }
  return best;
}

bool knows_quenched_state(const Measured& reference) {
  return sum_of(reference.samples).quenched_stress.number > 1;
}

double QuenchTemperature::nearest() const {
  if (best) return best->value;
  const auto least = std::min_element(mismatch.begin(), mismatch.end(),
                                      [](const auto& a, const auto& b) { return a.value < b.value; });
  return temperature.at(static_cast<std::size_t>(least - mismatch.begin()));
}

QuenchTemperature quench_temperature(const elastoplastic::LatticeSettings& lattice, Rounds& rounds) {
  const Calibration& asked = rounds.settings().calibrate;
  QuenchTemperature out;
  std::vector<TrialRequest> requests;
  for (const double temperature : asked.temperatures) {
    elastoplastic::LatticeSettings model = lattice;
    model.temperature = temperature;
    requests.push_back({name_of(temperature), quenched_lattice(model, rounds.reference().yardstick),
                        asked.final_samples, rounds.settings().study.seed, true, false,
                        final_lines(lattice)});
  }
  const auto samples = rounds.samples_of(requests);
  const std::vector<CalibrationSample> reference = tested(rounds.reference().samples);
  const Magnitudes target = magnitudes_of(sum_of(reference));

  std::vector<Magnitudes> models;
  for (const auto& of_one : samples) models.push_back(magnitudes_of(sum_of(of_one)));
  out.temperature = asked.temperatures;
  const double best = temperature_of_least_mismatch(out.temperature, models, target);

  const bool at_end = best <= out.temperature.front() || best >= out.temperature.back();
  RandomStream stream(rounds.settings().study.seed, 0, Purpose::bootstrap);
  compare::Spread spread_of_best;
  std::vector<compare::Spread> spread(samples.size());
  double drawn_sets = 0, at_ends = 0;
  for (int i = 0; i < temperature_resamples; ++i) {
    const CalibrationSample drawn_reference = drawn(reference, stream);
    std::vector<CalibrationSample> sums;
    for (const auto& of_one : samples) sums.push_back(drawn(of_one, stream));
    if (!knows_all(drawn_reference) || !std::all_of(sums.begin(), sums.end(), knows_all)) continue;
    const Magnitudes drawn_target = magnitudes_of(drawn_reference);
    std::vector<Magnitudes> drawn_models;
    for (std::size_t t = 0; t < samples.size(); ++t) {
      drawn_models.push_back(magnitudes_of(sums[t]));
      spread[t].add({mismatch(drawn_models.back(), drawn_target)});
    }
    const double found = temperature_of_least_mismatch(out.temperature, drawn_models, drawn_target);
    spread_of_best.add({found});
    drawn_sets += 1;
    if (found <= out.temperature.front() || found >= out.temperature.back()) at_ends += 1;
  }
  const bool has_spread = drawn_sets > 1;
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t t = 0; t < samples.size(); ++t)
    out.mismatch.push_back(
        {mismatch(models[t], target), has_spread ? spread[t].deviations().front() : unknown});
  if (has_spread) out.at_ends = at_ends / drawn_sets;
  if (!at_end) out.best = {best, has_spread ? spread_of_best.deviations().front() : unknown};
  return out;
}

}  // namespace vitrum::study
