#include <algorithm>
#include <utility>

#include "base/error.h"
#include "compare/macroscale.h"
#include "compare/stationary.h"
#include "study/castellanos2021/figures.h"
#include "study/event_sizes.h"
#include "study/lammps_lines.h"
#include "study/leg_curves.h"
#include "study/local_yield.h"
#include "study/metal_units.h"
#include "study/run.h"
#include "study/seem2024/figures.h"
#include "study/tables.h"

namespace vitrum::study {

namespace {

// The strain to which the first leg of a program leads: the stationary window ends there.
double window_end(const rig::Program& program) { return program.legs.front().strain; }

// Whether the first leg is a forward shear that goes past the beginning of the window.
bool has_window(const rig::Program& program, double from) {
  const rig::LegKind kind = program.legs.front().kind;
  const bool forward = kind == rig::LegKind::shear || kind == rig::LegKind::reload_forward;
  return forward && from < window_end(program);
}

std::vector<compare::MacroscaleSample> windows(const std::vector<SampleRecord>& records, double from,
                                               double to) {
  std::vector<compare::MacroscaleSample> out;
  for (const SampleRecord& record : records)
    out.push_back(compare::macroscale_sample(record.history, from, to));
  return out;
}

// The densities of the one model of which there is enough, when there is nothing to compare it with.
Description describe(const std::string& model, const std::vector<compare::MacroscaleSample>& samples,
                     const compare::MacroscaleOptions& options) {
  if (samples.size() < 2) return {};
  return {model, compare::describe_macroscale(samples, options)};
}

void add_legs(const std::string& model, const std::vector<SampleRecord>& records, const rig::Program& program,
              Results& results) {
  const auto add = [](std::vector<LegCurve>& out, std::vector<LegCurve> curves) {
    for (LegCurve& curve : curves) out.push_back(std::move(curve));
  };
  add(results.reloads, reload_curves(model, records, program));
  add(results.stress_legs, stress_curves(model, records, program));
  add(results.creeps, creep_curves(model, records, program));
}

// Glasses of a reference tell nothing of their preparation, nor of energies.
bool was_prepared(const std::vector<SampleRecord>& glasses) {
  return std::all_of(glasses.begin(), glasses.end(),
                     [](const SampleRecord& record) { return record.measures.has_array("glass_energy"); });
}

// References may lack events.
bool has_events(const std::vector<compare::MacroscaleSample>& samples) {
  return std::any_of(samples.begin(), samples.end(), [](const compare::MacroscaleSample& sample) {
    return !sample.drops.empty() && !sample.increments.empty();
  });
}

void add_table(QuantityTable table, Results& results) {
  if (!table.rows.empty()) results.tables.push_back(std::move(table));
}

/// Where the study's own samples are harvested and nothing else is said, specimens of the map go through the
/// program of these, if it goes on after its first leg.
Harvest with_own_legs(const Settings& settings) {
  Harvest out = settings.harvest;
  const rig::Program& own =
      out.own == OwnSamples::lattice ? settings.lattice.program : settings.glass.program;
  const auto is_of_strain = [](const rig::Leg& leg) {
    return leg.kind != rig::LegKind::stress && leg.kind != rig::LegKind::creep;
  };
  if (out.own == OwnSamples::none || !out.program.legs.empty() || own.legs.size() < 2 ||
      !std::all_of(own.legs.begin(), own.legs.end(), is_of_strain))
    return out;
  out.program.legs = own.legs;
  return out;
}

/// @returns why there is no harvest, or no map without bins; empty when there are, or they are not wanted
std::string add_harvest(const Settings& settings, Results& results) {
  if (!settings.harvest.wanted()) return "";
  try {
    const std::vector<LoadingSet> sets = with_own_loadings(settings, results, results.loadings);
    results.harvested = harvest(with_own_legs(settings), sets, settings.study.seed, settings.study.threads);
  } catch (const InputError& error) {  // the records are there all the same
    return std::string("Nothing was harvested: ") + error.what();
  } catch (const PhysicsError& error) {
    return std::string("Nothing was harvested: ") + error.what();
  }
  for (QuantityTable& table : harvest_tables(*results.harvested)) add_table(std::move(table), results);
  for (QuantityTable& table : leg_tables(*results.harvested)) add_table(std::move(table), results);
  std::string out;
  if (const std::string& without = results.harvested->without_scores; !without.empty())
    out = "There is no map without bins: " + without;
  if (const std::string& without = results.harvested->without_legs; !without.empty())
    out += (out.empty() ? "" : " ") + without;
  return out;
}

}  // namespace

void analyse(const Settings& settings, Results& results) {
  results.tables.clear();
  results.compared = false;
  results.description = {};
  results.event_sizes = {};
  results.avalanche_sizes = {};
  results.reloads.clear();
  results.stress_legs.clear();
  results.creeps.clear();
  results.local.clear();
  const double from = settings.compare.from;
  std::vector<compare::MacroscaleSample> glass, lattice;
  add_table(calibration_table(results.calibration), results);
  if (!results.glass.empty()) {
    if (was_prepared(results.glass)) results.tables.push_back(preparation_table(settings, results));
    add_table(moduli_table(results, from), results);
  }
  add_table(parent_liquid_table(results.lattice), results);
  if (!results.glass.empty() && has_window(settings.glass.program, from)) {
    glass = windows(results.glass, from, window_end(settings.glass.program));
    if (was_prepared(results.glass)) results.event_sizes = event_sizes(results.glass, from);
    results.tables.push_back(
        stationary_table("glass", "The glass past yield", compare::stationary_summary(glass), from));
  }
  if (!results.lattice.empty() && has_window(settings.lattice.program, from)) {
    lattice = windows(results.lattice, from, window_end(settings.lattice.program));
    results.avalanche_sizes = avalanche_sizes(results.lattice, from);
    results.tables.push_back(stationary_table("lattice", "The elasto-plastic lattice past yield",
                                              compare::stationary_summary(lattice), from));
  }
  add_legs("glass", results.glass, settings.glass.program, results);
  add_legs("lattice", results.lattice, settings.lattice.program, results);
  add_table(reload_table(results.reloads), results);
  for (LocalYieldState& state : local_yield("glass", results.glass, settings.glass.program))
    results.local.push_back(std::move(state));
  for (LocalYieldState& state : local_yield("lattice", results.lattice, settings.lattice.program))
    results.local.push_back(std::move(state));
  add_table(local_yield_table(results.local), results);
  const compare::MacroscaleOptions options{settings.compare.bins, settings.compare.bootstrap,
                                           settings.study.seed};
  if (settings.compare.enabled && glass.size() > 1 && lattice.size() > 1 && has_events(glass) &&
      has_events(lattice)) {
    results.comparison = compare::compare_macroscale(glass, lattice, options);
    results.compared = true;
    results.tables.push_back(mismatch_table(results.comparison));
  } else {
    results.description = describe("lattice", lattice, options);
    if (results.description.model.empty()) results.description = describe("glass", glass, options);
  }
  if (in_metal_units(settings.glass)) name_metal_units(results.tables);
  results.harvested.reset();
  const std::string without_harvest = add_harvest(settings, results);
  results.element_sets = element_sets(results.elements);
  add_table(element_table(results.element_sets), results);
  results.remarks = remarks(settings, results);
  if (!without_harvest.empty()) results.remarks.push_back(without_harvest);
  results.paper_figures.clear();
  if (settings.study.paper == "castellanos2021")
    results.paper_figures = castellanos2021_figures(settings, results);
  if (settings.study.paper == "seem2024")
    results.paper_figures = seem2024_figures(results.harvested, results.element_sets);
}

}  // namespace vitrum::study
