#include "study/calibration_cost.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"
#include "compare/surrogate_search.h"
#include "study/paper_search_job.h"
#include "study/slip_system_scale.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using elastoplastic::LatticeSettings;

constexpr double paper_radius = 30;  // R of paper 1's local tests

// A surrogate search asks its model for every batch, then for the optimum, resamples of the reference,
// profiles and the posterior.
constexpr double surrogate_seconds = 0.03;  // for each trial
constexpr double outcome_seconds = 4;

constexpr double measuring_seconds = 1.5e-7;  // of one lattice, for each increment of strain

// Sizes.
constexpr double file_bytes = 3e4;    // of a trial, whatever it holds
constexpr double number_bytes = 4;    // compressed
constexpr double moments_of_one = 3;  // number, sum, sum of squares
constexpr double kinds_of_moments = 14;

/// One lattice of a trial, sheared and measured.
double trial_lattice_seconds(const LatticeSettings& model, const Calibration& asked,
                             const compare::Yardstick& yardstick) {
  const Lattice lattice = trial_lattice(model, asked, yardstick);
  return lattice_seconds(lattice) + measuring_seconds * asked.strain / lattice.program.increment;
}

LatticeSettings middle_of_search(const LatticeSettings& rules) {
  compare::Point centre;
  for (const compare::Parameter& one : search_coordinates(rules)) centre.push_back((one.low + one.high) / 2);
  return lattice_at(centre, rules);
}

double values_of_first(const SearchedModel& model, const Calibration& asked) {
  const compare::Parameter first = search_coordinates(model.rules).front();
  return std::floor((first.high - first.low) / asked.shape_step + 1e-9) + 1;
}

double trials_of(const SearchedModel& model, const Calibration& asked) {
  return asked.search == Search::paper ? values_of_first(model, asked) * paper_trials : asked.trials;
}

/// Tasks of a search that can be done at once.
double tasks_at_once(const SearchedModel& model, const Calibration& asked) {
  return asked.search == Search::paper ? values_of_first(model, asked) : compare::SurrogateOptions().batch;
}

/// The lattice from which the further stages begin.
LatticeSettings first_lattice(const Settings& settings) {
  return middle_of_search(searched_models(settings).front().rules);
}

double trial_bytes(const Settings& settings) {
  const double numbers = 1 + 3.0 * settings.reference.bins + kinds_of_moments * moments_of_one;
  return file_bytes + settings.calibrate.samples * numbers * number_bytes;
}

}  // namespace

compare::Yardstick expected_yardstick(const ReferenceSettings& reference) {
  compare::Yardstick out;
  out.radius = reference.radius > 0 ? reference.radius : paper_radius;
  return out;
}

double search_seconds(const SearchedModel& model, const Calibration& asked,
                      const compare::Yardstick& yardstick) {
  const double one = trial_lattice_seconds(middle_of_search(model.rules), asked, yardstick);
  const double trials = trials_of(model, asked);
  const double own = asked.search == Search::surrogate ? trials * surrogate_seconds + outcome_seconds : 0;
  return one * (asked.samples * trials + asked.final_samples) + own;
}

std::map<std::string, double> calibration_seconds(const Settings& settings,
                                                  const compare::Yardstick& yardstick) {
  const Calibration& asked = settings.calibrate;
  std::map<std::string, double> out;
  for (const SearchedModel& model : searched_models(settings))
    out[model.name] = search_seconds(model, asked, yardstick);
  const LatticeSettings lattice = first_lattice(settings);
  for (const double temperature : asked.temperatures) {
    LatticeSettings quenched = lattice;
    quenched.temperature = temperature;
    out[temperature_task] += asked.final_samples * lattice_seconds(quenched_lattice(quenched, yardstick));
  }
  for (const int systems : asked.slip_systems) {
    LatticeSettings other = lattice;
    other.slip_systems = systems;
    out[systems_task] += trials_of_systems * asked.samples * trial_lattice_seconds(other, asked, yardstick);
  }
  for (const int columns : asked.sizes) {
    LatticeSettings other = lattice;
    other.columns = other.rows = columns;
    out[sizes_task] += asked.samples * trial_lattice_seconds(other, asked, {});
  }
  return out;
}

StageCost calibration_stage(const Settings& settings) {
  const Calibration& asked = settings.calibrate;
  const double threads = thread_count(settings.study.threads);
  StageCost out;
  out.stage = "calibration";
  double bytes_of_one = 0;
  for (const SearchedModel& model : searched_models(settings)) {
    const double trials = trials_of(model, asked);
    const double seconds = search_seconds(model, asked, expected_yardstick(settings.reference));
    out.wall_seconds += seconds / std::min(threads, tasks_at_once(model, asked)) - seconds / threads;
    out.disk_bytes += asked.search == Search::surrogate ? trials * trial_bytes(settings) : 0;
    bytes_of_one = std::max(bytes_of_one, lattice_working_bytes(trial_lattice(model.rules, asked, {})));
  }
  for (const auto& [stage, seconds] : calibration_seconds(settings, expected_yardstick(settings.reference)))
    out.core_seconds += seconds;
  out.wall_seconds += out.core_seconds / threads;
  out.memory_bytes = threads * bytes_of_one;
  return out;
}

}  // namespace vitrum::study
