#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "base/error.h"
#include "compare/posterior.h"
#include "compare/surrogate_search.h"
#include "study/model_search.h"
#include "study/reference_scatter.h"
#include "study/trial_lattice.h"
#include "study/variants.h"

namespace vitrum::study {

namespace {

using compare::CalibrationSample;
using elastoplastic::LatticeSettings;

constexpr int profile_points = 41;  // of k from 1 to 3 by 0.05, as in paper 1

std::string trial_name(const SearchedModel& model, std::size_t number) {
  char out[64];
  std::snprintf(out, sizeof out, "trial-%s-%04zu", model.name.c_str(), number);
  return out;
}

std::string news_of(const SearchedModel& model, const std::vector<compare::Trial>& trials) {
  std::ostringstream out;
  out.precision(3);
  out << "model " << model.variant << ", l = " << model.rules.element_length;
  if (trials.empty()) return out.str();
  const auto best = std::min_element(trials.begin(), trials.end(),
                                     [](const auto& a, const auto& b) { return a.stat < b.stat; });
  out << ", trial " << trials.size() << ": best L_stat " << best->stat << " at";
  const LatticeSettings lattice = lattice_at(best->at, model.rules);
  const auto names = free_parameters(lattice);
  const auto values = parameter_values(lattice);
  for (std::size_t i = 0; i < names.size(); ++i) out << (i ? ", " : " ") << names[i] << " = " << values[i];
  return out.str();
}

ErrorProfile profile_of(const compare::SurrogateSearch& search, const compare::Parameter& first,
                        const SearchedModel& model) {
  std::vector<double> values;
  for (int i = 0; i < profile_points; ++i)
    values.push_back(first.low + (first.high - first.low) * i / (profile_points - 1));
  ErrorProfile out;
  for (const auto& point : search.profile(0, values, compare::Quantity::macro))
    out.macro.push_back(point.error);
  std::vector<compare::Point> along;
  for (const auto& point : search.profile(0, values, compare::Quantity::stat)) {
    along.push_back(point.at);
    const LatticeSettings lattice = lattice_at(point.at, model.rules);
    out.first.push_back(parameter_values(lattice).front());
    out.stat.push_back(point.error);
    out.parameters.push_back(parameter_values(lattice));
  }
  const auto parts = [&](compare::Quantity quantity) {
    std::vector<std::optional<double>> found;
    for (const compare::Estimate& one : search.errors_at(along, quantity)) found.emplace_back(one.value);
    return found;
  };
  const compare::Trial& any = search.trials().front();  // what is known is so in all trials
  if (any.forward) out.forward = parts(compare::Quantity::forward);
  if (any.backward) out.backward = parts(compare::Quantity::backward);
  return out;
}

compare::StatisticsTrial statistics_of(const compare::Point& at,
                                       const std::vector<CalibrationSample>& samples,
                                       const compare::Yardstick& yardstick) {
  const compare::SummaryStatistics found = compare::summary_statistics(yardstick, samples);
  compare::StatisticsTrial out{at, found.value, {}};
  for (std::size_t i = 0; i < found.value.size(); ++i)
    out.error.push_back(std::sqrt(found.covariance[i * found.value.size() + i]));
  return out;
}

/// Those of the better half of all trials: far away, statistics are no smooth functions of the parameters.
std::vector<compare::StatisticsTrial> near_optimum(const std::vector<compare::StatisticsTrial>& all,
                                                   const std::vector<compare::Trial>& trials) {
  std::vector<double> errors;
  for (const compare::Trial& trial : trials) errors.push_back(trial.stat);
  std::nth_element(errors.begin(), errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2),
                   errors.end());
  const double limit = errors[errors.size() / 2];
  std::vector<compare::StatisticsTrial> out;
  for (const compare::StatisticsTrial& one : all) {
    const auto same =
        std::find_if(trials.begin(), trials.end(), [&](const auto& trial) { return trial.at == one.at; });
    const bool known =
        std::all_of(one.error.begin(), one.error.end(), [](double e) { return std::isfinite(e); });
    if (known && same != trials.end() && same->stat <= limit) out.push_back(one);
  }
  return out;
}

/// The statistics of the reference, their covariance enlarged by that of the best trial. Trials share their
/// random numbers: what these particular lattices are off is much the same in all of them (the mean stress of
/// a lattice correlates by a half between far parameters), so that no number of trials averages it out.
compare::SummaryStatistics target(const SearchedModel& model, const std::vector<compare::Trial>& trials,
                                  Rounds& rounds) {
  const compare::Yardstick& yardstick = rounds.reference().yardstick;
  compare::SummaryStatistics out = compare::summary_statistics(yardstick, rounds.reference().samples);
  const auto best = std::min_element(trials.begin(), trials.end(),
                                     [](const auto& a, const auto& b) { return a.stat < b.stat; });
  const auto number = static_cast<std::size_t>(best - trials.begin());
  const auto of_best =
      compare::summary_statistics(yardstick, trial_samples(rounds.record(trial_name(model, number))));
  for (std::size_t i = 0; i < out.covariance.size(); ++i) out.covariance[i] += of_best.covariance[i];
  return out;
}

void put_posterior(const std::vector<compare::Parameter>& coordinates,
                   const std::vector<compare::StatisticsTrial>& statistics, const SearchedModel& model,
                   const std::vector<compare::Trial>& trials, Rounds& rounds, CalibratedModel& out) {
  const auto without = [&out](const std::exception& error) {
    out.doubt += (out.doubt.empty() ? "" : "; ") + std::string("no posterior: ") + error.what();
  };
  try {
    out.posterior = compare::posterior(
        coordinates, near_optimum(statistics, trials), target(model, trials, rounds),
        static_cast<int>(rounds.reference().samples.size()), {}, rounds.settings().study.seed);
  } catch (const InputError& error) {  // too few trials or realizations: the optimum stands all the same
    without(error);
  } catch (const PhysicsError& error) {  // a statistic that no smooth function follows
    without(error);
  }
}

}  // namespace

CalibratedModel search_with_surrogate(const SearchedModel& model, Rounds& rounds) {
  const Calibration& asked = rounds.settings().calibrate;
  const auto coordinates = search_coordinates(model.rules);
  compare::SurrogateOptions options;
  options.trials = asked.trials;
  compare::SurrogateSearch search(coordinates, options, rounds.settings().study.seed);
  std::vector<compare::StatisticsTrial> statistics;
  std::vector<CalibrationSample> sums;
  rounds.stage(model.name, 0, news_of(model, {}));
  for (auto points = search.ask(); !points.empty(); points = search.ask()) {
    std::vector<TrialRequest> requests;
    for (const compare::Point& point : points)
      requests.push_back({trial_name(model, search.trials().size() + requests.size()),
                          trial_lattice(lattice_at(point, model.rules), asked, rounds.reference().yardstick),
                          asked.samples, rounds.settings().study.seed});
    const auto samples = rounds.samples_of(requests);
    std::vector<compare::Trial> told;
    for (std::size_t i = 0; i < points.size(); ++i) {
      sums.push_back(sum_of(samples[i]));
      told.push_back(trial_of(points[i], samples[i], rounds.reference()));
      if (static_cast<int>(samples[i].size()) > asked.samples / 2)
        statistics.push_back(statistics_of(points[i], samples[i], rounds.reference().yardstick));
    }
    search.tell(told);
    rounds.stage(model.name, static_cast<double>(search.trials().size()) / asked.trials,
                 news_of(model, search.trials()));
  }
  CalibratedModel out;
  out.variant = model.variant;
  out.element_length = model.rules.element_length;
  out.trials = static_cast<std::int64_t>(search.trials().size());
  const compare::Optimum found = search.optimum();
  put_optimum(found.at, found.error, found.correlation,
              covariance_from_reference(search, sums, rounds.reference(), rounds.settings().study.seed),
              model, out);
  for (const std::string& edge : found.at_edge)
    out.doubt += (out.doubt.empty() ? "" : "; ") + edge + " is at the end of its range";
  out.profile = profile_of(search, coordinates.front(), model);
  put_posterior(coordinates, statistics, model, search.trials(), rounds, out);
  return out;
}

}  // namespace vitrum::study
