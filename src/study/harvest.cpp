#include "study/harvest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/error.h"
#include "seem/path_variable.h"
#include "study/harvest_progress.h"
#include "study/harvested_predictions.h"
#include "study/loading_sets.h"

namespace vitrum::study {

namespace {

using seem::StatePoint;
using seem::Trajectory;

constexpr int parts_of_reversal = 4;  // a memory fades
constexpr double least_share_of_reversal = 0.1;
constexpr int replay_points = 101;  // strains at which walkers and specimens are seen
constexpr double stretch = 2e-3;    // strain of the pieces that the elastic law is fitted to
constexpr std::size_t inelastic_intervals = 30, drop_intervals = 30;  // of the histogram, fig. 3b
const std::vector<std::int64_t> first_leg{0};

/// Of so many specimens; one at least.
std::size_t harvested_of(std::size_t specimens, double held_out) {
  const auto count = static_cast<double>(specimens);
  return static_cast<std::size_t>(std::max(1.0, count - std::ceil(held_out * count)));
}

/// Of the specimens that are harvested: the others are to tell whether it holds for them, too.
seem::ElasticFit elastic_law(const Harvest& settings, const std::vector<LoadingSet>& sets, Watcher* watcher) {
  std::vector<std::vector<seem::QuietStretch>> stretches;
  for (const LoadingSet& set : sets)
    for (std::size_t i = 0; i < harvested_of(set.records.size(), settings.held_out); ++i)
      stretches.push_back(
          seem::quiet_stretches(set.records[i].history, set.records[i].atoms, stretch, first_leg));
  seem::ElasticFitSettings fit;
  fit.volume = volume_per_atom(sets);
  fit.reference = least_mean_energy(sets);
  const auto given = [](double value) { return value > 0 ? std::optional(value) : std::nullopt; };
  fit.modulus = given(settings.modulus);
  fit.softening = given(settings.softening);
  fit.tau_a = given(settings.tau_a);
  fit.tau_b = given(settings.tau_b);
  fit.small_strain = settings.small_strain;
  fit.hear = told_to(watcher, law_part, "fitting");
  const seem::ElasticFit found = seem::fit_elastic_law(stretches, fit);
  tell(fit.hear, 1);
  return found;
}

SetTrajectories trajectories_of(const LoadingSet& set, const seem::ElasticLaw& law, double held_out) {
  SetTrajectories out;
  for (const LoadingRecord& record : set.records)
    out.all.push_back(seem::trajectory_of(record.history, record.atoms, law, first_leg));
  out.harvested = harvested_of(out.all.size(), held_out);
  return out;
}

seem::StateGrid grid_of(const Harvest& settings, const std::vector<SetTrajectories>& sets) {
  std::vector<StatePoint> points;
  for (const SetTrajectories& set : sets)
    for (std::size_t i = 0; i < set.harvested; ++i)
      points.insert(points.end(), set.all[i].states.begin(), set.all[i].states.end());
  const auto columns = static_cast<std::size_t>(settings.bins[0]),
             rows = static_cast<std::size_t>(settings.bins[1]);
  return settings.widths == GridWidths::equal ? seem::equal_width_grid(points, columns, rows)
                                              : seem::equal_count_grid(points, columns, rows);
}

/// One library for each harvested specimen.
std::vector<seem::EventLibrary> libraries_of(const std::vector<SetTrajectories>& sets,
                                             const seem::StateGrid& grid) {
  std::vector<seem::EventLibrary> out;
  for (const SetTrajectories& set : sets)
    for (std::size_t i = 0; i < set.harvested; ++i) {
      out.emplace_back(grid);
      out.back().add(set.all[i]);
    }
  return out;
}

/// From the largest first strain to the least last one.
std::vector<double> common_strains(const std::vector<Trajectory>& trajectories) {
  double from = -std::numeric_limits<double>::infinity(), to = -from;
  for (const Trajectory& one : trajectories) {
    from = std::max(from, one.strain.front());
    to = std::min(to, one.strain.back());
  }
  if (!(to > from))
    throw InputError("the specimens of a set have no strain in common at which to compare them");
  std::vector<double> out;
  for (int i = 0; i < replay_points; ++i) out.push_back(from + (to - from) * i / (replay_points - 1));
  return out;
}

StatePoint mean_start(const std::vector<Trajectory>& trajectories) {
  StatePoint out;
  for (const Trajectory& one : trajectories) {
    out.stress += one.states.front().stress / static_cast<double>(trajectories.size());
    out.inelastic += one.states.front().inelastic / static_cast<double>(trajectories.size());
  }
  return out;
}

std::vector<seem::StateMoments> moments_along(const std::vector<Trajectory>& trajectories) {
  const std::vector<double> strains = common_strains(trajectories);
  std::vector<std::vector<StatePoint>> curves;
  for (const Trajectory& one : trajectories) curves.push_back(seem::states_at(one, strains));
  return seem::moments_of(curves, strains);
}

HarvestedSet replayed(const LoadingSet& set, const SetTrajectories& trajectories, const seem::EventMap& map,
                      const seem::ReplaySettings& settings) {
  HarvestedSet out;
  out.label = set.label;
  out.harvested = trajectories.harvested;
  out.held_out = trajectories.all.size() - trajectories.harvested;
  out.start = mean_start(trajectories.all);
  out.whole = moments_along(trajectories.all);
  out.path_drift = seem::inelastic_drift_of_paths(trajectories.all);
  const std::vector<Trajectory> others = out.held_out > 0 ? trajectories.held_out() : trajectories.all;
  const std::vector<double> strains = common_strains(others);
  std::vector<std::vector<StatePoint>> curves;
  std::vector<StatePoint> starts;
  for (const Trajectory& one : others) {
    curves.push_back(seem::states_at(one, strains));
    starts.push_back(curves.back().front());
  }
  out.measured = seem::moments_of(curves, strains);
  const seem::Replay replay = seem::replay(map, starts, strains, settings);
  out.replayed = replay.moments;
  out.unvisited = replay.unvisited();
  out.specimen = {strains, curves.front()};
  out.walker = {strains, replay.curves.front()};
  if (others.size() > 1) try {
      out.discrepancy = seem::discrepancy(out.replayed, out.measured);
    } catch (const InputError&) {  // specimens that are all alike: there is nothing to compare with
    }
  return out;
}

std::vector<SetCrossing> crossings_of(const std::vector<HarvestedSet>& sets) {
  std::vector<SetCrossing> out;
  for (std::size_t i = 0; i < sets.size(); ++i)
    for (std::size_t k = i + 1; k < sets.size(); ++k)
      out.push_back({sets[i].label, sets[k].label, seem::crossing(sets[i].whole, sets[k].whole),
                     seem::crossing(sets[i].replayed, sets[k].replayed)});
  return out;
}

/// The legs behind the first one. Nothing for specimens that have none.
std::optional<Trajectory> later_trajectory(const LoadingRecord& record, const seem::ElasticLaw& law) {
  std::vector<std::int64_t> legs;
  for (const std::int64_t leg : record.history.leg)
    if (leg > 0 && (legs.empty() || legs.back() != leg)) legs.push_back(leg);
  if (legs.empty()) return std::nullopt;
  return seem::trajectory_of(record.history, record.atoms, law, legs);
}

void put_memory(const LoadingSet& set, const SetTrajectories& trajectories, const seem::EventLibrary& library,
                const seem::ElasticLaw& law, HarvestedSet& out) {
  std::vector<Trajectory> forward, reversed;
  for (std::size_t i = 0; i < set.records.size(); ++i)
    if (const auto later = later_trajectory(set.records[i], law)) {
      forward.push_back(trajectories.all[i]);
      reversed.push_back(seem::mirrored(*later));
    }
  if (forward.empty()) return;
  try {
    out.memory =
        seem::direction_memory(forward, reversed, library.grid(), least_share_of_reversal, parts_of_reversal);
  } catch (const InputError& error) {
    out.without_memory = error.what();
  }
}

void put_attractor(const Harvest& settings, const std::vector<seem::EventLibrary>& libraries,
                   std::uint64_t seed, Watcher* watcher, Harvested& out) {
  seem::AttractorSettings search;
  search.loading = settings.loading;
  search.seed = seed;
  search.hear = told_to(watcher, attractor_part, "bootstrap");
  try {
    out.attractor = seem::find_attractor(libraries, out.fit.law, search);
  } catch (const InputError& error) {
    out.without_attractor = error.what();
  }
  tell(search.hear, 1);
}

/// Whatever the page shows and walkers go through: law, trajectories, and one library for each harvested
/// specimen.
struct Gathered {
  seem::ElasticFit fit;
  std::vector<SetTrajectories> trajectories;
  std::vector<seem::EventLibrary> libraries;

  seem::EventLibrary library() const {
    seem::EventLibrary out = libraries.front();
    for (std::size_t i = 1; i < libraries.size(); ++i) out.add(libraries[i]);
    return out;
  }
};

Gathered gathered(const Harvest& settings, const std::vector<LoadingSet>& sets, Watcher* watcher = nullptr) {
  check_sets(sets);
  Gathered out;
  out.fit = elastic_law(settings, sets, watcher);
  for (const LoadingSet& set : sets)
    out.trajectories.push_back(trajectories_of(set, out.fit.law, settings.held_out));
  out.libraries = libraries_of(out.trajectories, grid_of(settings, out.trajectories));
  return out;
}

/// Specimens of the map in the program of the study, whatever can be done of it.
void add_legs_of_sets(const Harvest& settings, const std::vector<LoadingSet>& sets,
                      const std::vector<SetTrajectories>& trajectories,
                      const std::shared_ptr<const seem::EventMap>& map, LegSettings legs, Watcher* watcher,
                      Harvested& out) {
  legs.specimens = std::min<std::int64_t>(legs.specimens, settings.walkers);
  const auto give_up = [&](const LoadingSet& set, const char* why) {  // the harvest stands
    out.without_legs = "The map does not go through the program of \"" + set.label + "\": " + why;
  };
  for (std::size_t i = 0; i < sets.size(); ++i) try {
      legs.hear = told_to(watcher, legs_part, sets[i].label, i, sets.size());
      std::vector<StatePoint> starts;
      for (const Trajectory& one : trajectories[i].all) starts.push_back(one.states.front());
      out.sets[i].legs = compared_legs(settings.program.legs, sets[i].records, map, starts, legs);
      tell(legs.hear, 1);
    } catch (const PhysicsError& error) {
      give_up(sets[i], error.what());
    } catch (const InputError& error) {
      give_up(sets[i], error.what());
    }
}

seem::MapSettings map_settings(const Harvest& settings) {
  return {settings.loading, settings.unvisited, settings.least_exposure};
}

HarvestedMap map_of_gathered(const Gathered& found, const Harvest& settings,
                             const std::vector<LoadingSet>& sets) {
  HarvestedMap out;
  out.map = std::make_shared<seem::StochasticMap>(found.library(), found.fit.law, map_settings(settings));
  out.units = sets.front().records.front().units;
  double atoms = 0, specimens = 0;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    out.labels.push_back(sets[i].label);
    out.starts.emplace_back();
    for (const Trajectory& one : found.trajectories[i].all) out.starts[i].push_back(one.states.front());
    for (const LoadingRecord& record : sets[i].records) {
      atoms += record.atoms;
      specimens += 1;
    }
  }
  out.atoms = atoms / specimens;
  return out;
}

}  // namespace

std::vector<std::string> names_of_variables() {
  std::vector<std::string> out = seem::names_of_path_variables();
  out.insert(out.end(), names_of_measurements().begin(), names_of_measurements().end());
  return out;
}

HarvestedMap harvested_map(const Harvest& settings, const std::vector<LoadingSet>& sets) {
  return map_of_gathered(gathered(settings, sets), settings, sets);
}

Harvested harvest(const Harvest& settings, const std::vector<LoadingSet>& sets, std::uint64_t seed,
                  int threads, Watcher* watcher) {
  if (watcher) watcher->plan(parts_of_harvest(settings, sets.size()));
  const Gathered found = gathered(settings, sets, watcher);
  const std::vector<SetTrajectories>& trajectories = found.trajectories;
  const std::vector<seem::EventLibrary>& libraries = found.libraries;
  Harvested out;
  out.units = sets.front().records.front().units;
  out.fit = found.fit;
  out.library = found.library();
  out.flow = seem::mean_flow(out.library, out.fit.law, settings.loading);
  out.stress_nullcline = seem::stress_nullcline(out.flow, settings.least_exposure);
  out.inelastic_nullcline = seem::inelastic_nullcline(out.flow, settings.least_exposure);
  put_attractor(settings, libraries, seed, watcher, out);
  out.most_visited = seem::most_visited_bin(out.library);
  out.jumps =
      seem::jump_histogram(out.library, out.most_visited, out.fit.law, inelastic_intervals, drop_intervals);
  std::vector<Trajectory> every;
  for (const SetTrajectories& set : trajectories) every.insert(every.end(), set.all.begin(), set.all.end());
  // Single precision of shipped records, a part in 10^7 of elastic energies of some 1e-3 Omega G.
  const double rounding = 1e-8 * out.fit.law.volume * out.fit.law.modulus;
  out.beyond_bound = seem::share_beyond_bound(every, out.fit.law, rounding);
  const std::vector<double> stored = seem::stored_shares(every, out.fit.law);
  out.nearest_tenth =
      stored.empty() ? std::numeric_limits<double>::quiet_NaN() : stored[stored.size() * 9 / 10];

  out.map = std::make_shared<const HarvestedMap>(map_of_gathered(found, settings, sets));
  const seem::EventMap& map = *out.map->map;
  seem::ReplaySettings replay{settings.walkers, seed, threads, settings.increment};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    replay.hear = told_to(watcher, walkers_part, sets[i].label, i, sets.size());
    out.sets.push_back(replayed(sets[i], trajectories[i], map, replay));
  }
  for (std::size_t i = 0; i < sets.size(); ++i)
    put_memory(sets[i], trajectories[i], out.library, out.fit.law, out.sets[i]);
  if (!settings.program.legs.empty())
    add_legs_of_sets(settings, sets, trajectories, out.map->map, {.seed = seed, .threads = threads}, watcher,
                     out);
  out.crossings = crossings_of(out.sets);
  const std::vector<std::string>& names = settings.variables;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.variables.push_back(further_variable(names[i], sets, trajectories, out.fit.law,
                                             told_to(watcher, variables_part, names[i], i, names.size())));
  if (settings.smooth) try {
      out.scores =
          scores_of(settings, trajectories, map, threads, told_to(watcher, smooth_part, "bandwidths"));
    } catch (const InputError& error) {  // too few specimens for a map without bins: the other one stands
      out.without_scores = error.what();
    }
  return out;
}

}  // namespace vitrum::study
