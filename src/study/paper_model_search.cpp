// Paper 1's protocol: a search at every value of the first parameter, then a parabola through what came out.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/error.h"
#include "compare/parabola_optimum.h"
#include "compare/stationary_errors.h"
#include "study/calibration_cost.h"
#include "study/model_search.h"
#include "study/paper_search_job.h"
#include "study/reference_scatter.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using elastoplastic::LatticeSettings;

// Paper 1 does not say which of its points the parabola is fitted to: those whose L_stat is at most so much
// above the least one.
constexpr double within = 0.05;
constexpr int optimum_resamples = 400;

std::string name_at(const SearchedModel& model, double first) {
  char out[64];
  std::snprintf(out, sizeof out, "trial-%s-%05.0f", model.name.c_str(), std::round(1e4 * (first + 10)) / 10);
  return out;
}

std::vector<double> first_values(const compare::Parameter& first, double step) {
  std::vector<double> out;
  const int steps = static_cast<int>(std::floor((first.high - first.low) / step + 1e-9));
  for (int i = 0; i <= steps; ++i) out.push_back(first.low + i * step);
  return out;
}

void put_profile(const std::vector<FoundAlong>& found, const SearchedModel& model, ErrorProfile& profile) {
  for (const FoundAlong& along : found) {
    const compare::PaperOptimum& one = along.optimum;
    const std::vector<double> values = parameter_values(lattice_at(one.best_stat.at, model.rules));
    profile.first.push_back(values.front());
    profile.parameters.push_back(values);
    profile.macro.push_back({one.best_macro.macro, one.best_macro.macro_error});
    profile.stat.push_back({one.best_stat.stat, one.best_stat.stat_error});
    profile.forward.push_back(one.best_stat.forward);
    profile.backward.push_back(one.best_stat.backward);
  }
}

compare::BestAlong best_along(const compare::Trial& best) {
  return {best.at.front(), {best.stat, best.stat_error}, {best.at.begin() + 1, best.at.end()}};
}

/// Minima of the parabolas for each resample of the reference; some may have none.
std::vector<compare::Point> resampled_minima(const std::vector<FoundAlong>& found, std::uint64_t seed) {
  std::vector<compare::Point> out;
  for (std::size_t i = 0; i < found.front().resampled.size(); ++i) {
    std::vector<compare::BestAlong> best;
    for (const FoundAlong& one : found) best.push_back(best_along(one.resampled[i]));
    try {
      const compare::ParabolaOptimum optimum = compare::parabola_optimum(best, within, 0, seed);
      out.push_back({optimum.first.value});
      for (const compare::Estimate& other : optimum.others) out.back().push_back(other.value);
    } catch (const InputError&) {  // opens downwards
    }
  }
  return out;
}

/// The parabola's minimum, or the best value where there is none, which is told.
void put_minimum(const std::vector<FoundAlong>& found, std::uint64_t seed, const SearchedModel& model,
                 CalibratedModel& out) {
  std::vector<compare::BestAlong> best;
  for (const FoundAlong& one : found) best.push_back(best_along(one.optimum.best_stat));
  compare::Point at, errors;
  std::vector<double> of_reference;
  try {
    const compare::ParabolaOptimum optimum = compare::parabola_optimum(best, within, optimum_resamples, seed);
    if (!optimum.inside) out.doubt = "the parabola has its minimum outside of the values tried";
    at = {optimum.first.value};
    errors = {optimum.first.error};
    for (const compare::Estimate& other : optimum.others) {
      at.push_back(other.value);
      errors.push_back(other.error);
    }
    of_reference = covariance_of_points(resampled_minima(found, seed));
  } catch (const InputError& error) {
    out.doubt = error.what();
    const auto least = std::min_element(
        best.begin(), best.end(), [](const auto& a, const auto& b) { return a.stat.value < b.stat.value; });
    at = {least->first};
    at.insert(at.end(), least->others.begin(), least->others.end());
    errors.assign(at.size(), std::nan(""));
  }
  put_optimum(at, errors, {}, of_reference, model, out);
}

}  // namespace

CalibratedModel search_as_paper(const SearchedModel& model, Rounds& rounds) {
  const Settings& settings = rounds.settings();
  const auto coordinates = search_coordinates(model.rules);
  const std::vector<double> values = first_values(coordinates.front(), settings.calibrate.shape_step);
  const std::string origin =
      rounds.made_from(trial_lattice(model.rules, settings.calibrate, rounds.reference().yardstick),
                       settings.calibrate.samples, settings.study.seed);
  std::vector<Task> tasks;
  for (const double first : values)
    tasks.push_back({name_at(model, first), origin + "first = " + std::to_string(first) + "\n",
                     search_seconds(model, settings.calibrate, rounds.reference().yardstick) /
                         static_cast<double>(values.size()),
                     [&, first](const Group&) { return paper_search_job(model.rules, first, rounds); }});
  rounds.stage(model.name, 0,
               "model " + model.variant + ", value after value of " + coordinates.front().name);
  rounds.run(tasks, 1);

  CalibratedModel out;
  out.variant = model.variant;
  out.element_length = model.rules.element_length;
  std::vector<FoundAlong> found;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Group record = rounds.record(tasks[i].name);
    found.push_back(paper_optimum_from(record, model.rules, values[i]));
    out.trials += static_cast<std::int64_t>(trials_in(record));
  }
  put_profile(found, model, out.profile);
  put_minimum(found, settings.study.seed, model, out);
  return out;
}

}  // namespace vitrum::study
