#include "study/quench_temperature.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/random.h"
#include "compare/ensemble_statistics.h"
#include "compare/quadratic_fit.h"
#include "study/trial_lattice.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;

constexpr int temperature_resamples = 200, fine_steps = 400;
using Magnitudes = std::array<double, 4>;

Magnitudes magnitudes_of(const CalibrationSample& sum) {
  return {sum.quenched_stress.mean(), sum.quenched_stress.deviation(), sum.quenched_tau[0].deviation(),
          sum.quenched_tau[1].deviation()};
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

/// Where quadratic functions of temperature through the magnitudes come nearest to the reference.
double nearest(const std::vector<double>& temperatures, const std::vector<Magnitudes>& models,
               const Magnitudes& reference) {
  std::array<std::array<double, 3>, 4> fits;
  for (std::size_t m = 0; m < fits.size(); ++m) {
    std::vector<double> values;
    for (const Magnitudes& model : models) values.push_back(model[m]);
    fits[m] = compare::quadratic_fit(temperatures, values);
  }
  const double low = temperatures.front(), high = temperatures.back();
  double best = low, least = std::numeric_limits<double>::infinity();
  for (int i = 0; i <= fine_steps; ++i) {
    const double t = low + (high - low) * i / fine_steps;
    double sum = 0;
    for (std::size_t m = 0; m < fits.size(); ++m) {
      const double relative = (fits[m][0] + t * (fits[m][1] + t * fits[m][2])) / reference[m] - 1;
      sum += relative * relative;
    }
    if (sum < least) {
      least = sum;
      best = t;
    }
  }
  return best;
}

std::string name_of(double temperature) {
  char out[40];
  std::snprintf(out, sizeof out, "quench-%08.0f", 1e6 * temperature);
  return out;
}

}  // namespace

bool knows_quenched_state(const Measured& reference) {
  return sum_of(reference.samples).quenched_stress.number > 1;
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
  const std::vector<CalibrationSample>& reference = rounds.reference().samples;
  const Magnitudes target = magnitudes_of(sum_of(reference));

  std::vector<Magnitudes> models;
  for (const auto& of_one : samples) models.push_back(magnitudes_of(sum_of(of_one)));
  out.temperature = asked.temperatures;
  const double best = nearest(out.temperature, models, target);

  RandomStream stream(rounds.settings().study.seed, 0, Purpose::bootstrap);
  compare::Spread spread_of_best;
  std::vector<compare::Spread> spread(samples.size());
  for (int i = 0; i < temperature_resamples; ++i) {
    const Magnitudes drawn_target = magnitudes_of(drawn(reference, stream));
    std::vector<Magnitudes> drawn_models;
    for (std::size_t t = 0; t < samples.size(); ++t) {
      drawn_models.push_back(magnitudes_of(drawn(samples[t], stream)));
      spread[t].add({mismatch(drawn_models.back(), drawn_target)});
    }
    spread_of_best.add({nearest(out.temperature, drawn_models, drawn_target)});
  }
  for (std::size_t t = 0; t < samples.size(); ++t)
    out.mismatch.push_back({mismatch(models[t], target), spread[t].deviations().front()});
  if (best > out.temperature.front() && best < out.temperature.back())
    out.best = {best, spread_of_best.deviations().front()};
  return out;
}

}  // namespace vitrum::study
