#include "study/calibrate.h"

#include <algorithm>
#include <cmath>

#include "compare/jackknife.h"
#include "study/calibration_cost.h"
#include "study/calibration_rounds.h"
#include "study/model_search.h"
#include "study/quench_temperature.h"
#include "study/setting_line.h"
#include "study/slip_system_scale.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using elastoplastic::LatticeSettings;

const std::string outcome_prefix = "calibration-";
constexpr int final_batch = 24;  // lattices of one task at an optimum
// What may change while the trials of a model remain what they are.
const std::vector<std::string> lines_of_search{"calibrate.search", "calibrate.trials", "calibrate.shape_step",
                                               "calibrate.final_samples", "compare.bootstrap"};

std::string batch_name(const std::string& of, int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return of + "-" + digits;
}

/// Samples of new lattices: seeds that no trial has.
std::vector<compare::CalibrationSample> fresh_samples(const std::string& name, const Lattice& lattice,
                                                      int samples, Rounds& rounds) {
  std::vector<TrialRequest> requests;
  for (int done = 0; done < samples; done += final_batch) {
    const int number = done / final_batch;
    requests.push_back({batch_name(name, number), lattice, std::min(final_batch, samples - done),
                        rounds.settings().study.seed + 1 + static_cast<std::uint64_t>(number), false, true,
                        final_lines(lattice.model)});
  }
  std::vector<compare::CalibrationSample> out;
  for (const auto& batch : rounds.samples_of(requests)) out.insert(out.end(), batch.begin(), batch.end());
  return out;
}

compare::StationaryErrors errors_of(const SearchedModel& model, const LatticeSettings& lattice,
                                    Rounds& rounds, std::string& doubt) {
  const Settings& settings = rounds.settings();
  const compare::Yardstick& yardstick = rounds.reference().yardstick;
  const auto samples =
      fresh_samples("best-" + model.name, trial_lattice(lattice, settings.calibrate, yardstick),
                    settings.calibrate.final_samples, rounds);
  const auto missing = static_cast<std::size_t>(settings.calibrate.final_samples) - samples.size();
  if (missing > 0)
    doubt += (doubt.empty() ? "" : "; ") + std::to_string(missing) + " of " +
             std::to_string(settings.calibrate.final_samples) +
             " lattices of the optimum could not be sheared and are left out";
  if (samples.size() < 2) {
    doubt += (doubt.empty() ? "" : "; ") +
             std::string("fewer than two lattices of the optimum could be sheared, so there are no errors");
    compare::StationaryErrors none;
    none.stat = {std::nan(""), std::nan("")};
    return none;
  }
  return compare::stationary_errors(yardstick, rounds.reference().samples, samples,
                                    settings.compare.bootstrap, settings.study.seed);
}

/// What a search came to does not depend on where [lattice] stands.
std::string search_made_from(const SearchedModel& model, const Rounds& rounds) {
  const Settings& settings = rounds.settings();
  const Calibration& asked = settings.calibrate;
  compare::Point centre;
  for (const compare::Parameter& one : search_coordinates(model.rules))
    centre.push_back((one.low + one.high) / 2);
  std::string out = rounds.made_from(trial_lattice(lattice_at(centre, model.rules), asked, {}), asked.samples,
                                     settings.study.seed);
  if (asked.search == Search::paper)
    out += setting_line("calibrate.search", "paper") + setting_line("calibrate.shape_step", asked.shape_step);
  else
    out += setting_line("calibrate.search", "surrogate") + setting_line("calibrate.trials", asked.trials);
  return out + setting_line("calibrate.final_samples", asked.final_samples) +
         setting_line("compare.bootstrap", settings.compare.bootstrap);
}

template <class Number>
std::string list_of(const std::vector<Number>& numbers) {
  std::string out;
  for (const Number number : numbers) out += setting_line("asked for", number);
  return out;
}

/// The model of the first variant at [lattice]'s own element length, or else the first of all.
const CalibratedModel& own_or_first(const Settings& settings, const std::vector<CalibratedModel>& models) {
  for (const CalibratedModel& model : models)
    if (model.variant == settings.calibrate.variants.front() &&
        model.element_length == settings.lattice.model.element_length)
      return model;
  return models.front();
}

CalibratedModel calibrated(const SearchedModel& model, Rounds& rounds) {
  const std::string name = outcome_prefix + model.name;
  const std::string made_from = search_made_from(model, rounds);
  if (const auto kept = rounds.outcome(name, made_from)) return calibrated_model_from(*kept);
  CalibratedModel out = rounds.settings().calibrate.search == Search::paper
                            ? search_as_paper(model, rounds)
                            : search_with_surrogate(model, rounds);
  out.errors = errors_of(model, out.lattice, rounds, out.doubt);
  rounds.keep_outcome(name, made_from, lines_of_search, to_group(out));
  return out;
}

/// Standard deviation of the stress of lattices of other sizes (paper 1, fig. 5b).
std::vector<StressDeviationOfSize> sizes_of(const LatticeSettings& lattice, Rounds& rounds) {
  const Calibration& asked = rounds.settings().calibrate;
  std::vector<StressDeviationOfSize> out;
  for (const int columns : asked.sizes) {
    LatticeSettings model = lattice;
    model.columns = model.rows = columns;
    const auto samples = fresh_samples("size-" + std::to_string(columns), trial_lattice(model, asked, {}),
                                       asked.samples, rounds);
    out.push_back({columns * lattice.element_length, deviation_of_stress(samples)});
  }
  return out;
}

}  // namespace

compare::Estimate deviation_of_stress(const std::vector<compare::CalibrationSample>& samples) {
  std::vector<std::vector<double>> sums;
  for (const compare::CalibrationSample& sample : samples) {
    const compare::Moments& stress = sample.macroscale[0];
    sums.push_back({stress.number, stress.sum, stress.squares});
  }
  return compare::jackknife(sums, [](const std::vector<double>& s) {
    return std::sqrt(std::max(0.0, s[2] / s[0] - s[1] / s[0] * (s[1] / s[0])));
  });
}

CalibrationResults calibrate(const Settings& settings, const compare::Reference& reference, Sink& sink,
                             Watcher& watcher) {
  const Measured known = measured(reference, settings.reference.bins, settings.reference.radius);
  Rounds rounds(settings, known, sink, watcher);
  const std::vector<SearchedModel> models = searched_models(settings);
  rounds.plan(calibration_seconds(settings, known.yardstick));

  CalibrationResults out;
  for (const SearchedModel& model : models) {
    out.models.push_back(calibrated(model, rounds));
    rounds.stage(model.name, 1, "model " + model.variant + " calibrated");
  }
  const Calibration& asked = settings.calibrate;
  const LatticeSettings found = own_or_first(settings, out.models).lattice;
  const auto further = [&](const std::string& name, const auto& numbers, bool possible, const auto& work) {
    if (numbers.empty()) return;
    rounds.stage(name, possible ? 0 : 1, "at the optimum");
    if (!possible) return;
    const std::string made_from =
        rounds.made_from(trial_lattice(found, asked, {}), asked.samples, settings.study.seed) +
        setting_line("calibrate.final_samples", asked.final_samples) + list_of(numbers);
    std::vector<std::string> lines = optimum_lines(found);
    lines.insert(lines.end(), {"calibrate.final_samples", "asked for"});
    if (!rounds.outcome(name, made_from)) rounds.keep_outcome(name, made_from, lines, work());
    add_calibration(name, rounds.record(name), out);
    rounds.stage(name, 1, "at the optimum");
  };
  further(temperature_task, asked.temperatures, knows_quenched_state(known),
          [&] { return to_group(quench_temperature(found, rounds)); });
  further(systems_task, asked.slip_systems, found.slip_angles != "fixed" && found.thresholds != "fixed",
          [&] { return to_group(scales_of_systems(found, rounds)); });
  further(sizes_task, asked.sizes, true, [&] { return to_group(sizes_of(found, rounds)); });
  return out;
}

bool holds_calibration(const std::string& task) {
  return task.starts_with(outcome_prefix) || task == temperature_task || task == systems_task ||
         task == sizes_task;
}

bool belongs_to_calibration(const std::string& task) {
  const auto begins = [&](const char* with) { return task.starts_with(with); };
  return holds_calibration(task) || begins("trial-") || begins("best-") || begins("quench-") ||
         begins("systems-") || begins("size-");
}

void add_calibration(const std::string& task, const Group& record, CalibrationResults& results) {
  if (task == temperature_task)
    results.temperature = quench_temperature_from(record);
  else if (task == systems_task)
    results.scales = scales_of_systems_from(record);
  else if (task == sizes_task)
    results.sizes = sizes_from(record);
  else
    results.models.push_back(calibrated_model_from(record));
}

void keep_asked_for(const Settings& settings, CalibrationResults& results) {
  std::vector<CalibratedModel> sorted;
  for (const SearchedModel& wanted : searched_models(settings))
    for (const CalibratedModel& model : results.models)
      if (model.variant == wanted.variant && model.element_length == wanted.rules.element_length)
        sorted.push_back(model);
  results.models = std::move(sorted);
  if (settings.calibrate.temperatures.empty()) results.temperature.reset();
  if (settings.calibrate.slip_systems.empty()) results.scales.clear();
  if (settings.calibrate.sizes.empty()) results.sizes.clear();
}

std::vector<std::string> calibrated_lines(const Settings& settings) {
  const auto rules = under_rules_of(settings.calibrate.variants.front(), settings.lattice.model);
  std::vector<std::string> out = optimum_lines(rules);
  if (!settings.calibrate.temperatures.empty()) out.emplace_back("lattice.temperature");
  return out;
}

Settings with_calibrated_lattice(const Settings& settings, const CalibrationResults& results) {
  Settings out = settings;
  const LatticeSettings& own = settings.lattice.model;
  const std::string& first = settings.calibrate.variants.front();
  for (const CalibratedModel& model : results.models) {
    if (model.variant != first || model.element_length != own.element_length) continue;
    out.lattice.model = model.lattice;
    out.lattice.model.initial = own.initial;
    if (results.temperature && !results.temperature->mismatch.empty())
      out.lattice.model.temperature = results.temperature->nearest();
  }
  return out;
}

}  // namespace vitrum::study
