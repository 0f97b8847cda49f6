#include "study/harvested_predictions.h"

#include <functional>

#include "base/error.h"
#include "seem/bandwidth_choice.h"
#include "seem/path_variable.h"
#include "seem/smooth_map.h"

namespace vitrum::study {
namespace {

using seem::Trajectory;

/// The value of a variable along one specimen's trajectory.
std::function<double(double strain)> variable_of(const std::string& name, const Trajectory& trajectory,
                                                 const LoadingRecord& record, const seem::ElasticLaw& law) {
  if (const auto which = seem::path_variable_named(name)) return seem::path_variable(trajectory, law, *which);
  for (const MeasuredSeries& series : record.measured)
    if (series.name == name) return seem::measured_variable(series.strain, series.value);
  throw InputError(
      "not every record holds it; shear glasses with glass.measure_every and glass.measure_stability or "
      "glass.measure_back_stress");
}

}  // namespace

FurtherVariable further_variable(const std::string& name, const std::vector<LoadingSet>& sets,
                                 const std::vector<SetTrajectories>& trajectories,
                                 const seem::ElasticLaw& law, const HearShare& hear) {
  constexpr double longest_path = 2e-3;
  constexpr int parts = 5;
  FurtherVariable out{name, std::nullopt, ""};
  try {
    std::vector<seem::MarkedSample> samples;
    for (std::size_t i = 0; i < sets.size(); ++i)
      for (std::size_t k = 0; k < sets[i].records.size(); ++k) {
        tell(hear, 0);
        const Trajectory& one = trajectories[i].all[k];
        samples.push_back(seem::marked(one, variable_of(name, one, sets[i].records[k], law), longest_path));
      }
    out.gain = seem::variable_gain(samples, parts, hear);
  } catch (const InputError& error) {
    out.without_gain = error.what();
  }
  tell(hear, 1);
  return out;
}

MapScores scores_of(const Harvest& settings, const std::vector<SetTrajectories>& sets,
                    const seem::EventMap& binned, int threads, const HearShare& hear) {
  std::vector<Trajectory> harvested, held_out;
  for (const SetTrajectories& set : sets) {
    const auto last = set.all.begin() + static_cast<std::ptrdiff_t>(set.harvested);
    harvested.insert(harvested.end(), set.all.begin(), last);
    held_out.insert(held_out.end(), last, set.all.end());
  }
  if (held_out.empty())
    throw InputError(
        "maps are compared on specimens that were held out, but there are none; raise "
        "harvest.held_out or bring more specimens");
  seem::SmoothSettings smooth;
  smooth.loading = settings.loading;
  smooth.unvisited = settings.unvisited;
  seem::BandwidthSearch search;
  search.threads = threads;
  search.hear = hear;
  const seem::BandwidthChoice choice = seem::choose_bandwidth(harvested, binned.law(), smooth, search);
  smooth.bandwidth = choice.best;
  search.score.jump_bandwidth = choice.best.jump;
  smooth.hear = search.score.hear = [&](double) { tell(hear, 1); };
  const seem::SmoothMap map(seem::set_of(harvested), binned.law(), smooth);
  const seem::TrajectorySet others = seem::set_of(held_out);
  return {seem::score(binned, others, search.score), seem::score(map, others, search.score), choice.at_edge};
}

}  // namespace vitrum::study
