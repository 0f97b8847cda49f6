#include <cmath>
#include <utility>

#include "compare/macroscale.h"
#include "compare/stationary.h"
#include "compare/uniform_curve.h"
#include "study/run.h"
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

// Sizes of events of the first legs past `from`; of all of them where none lies there.
EventSizes event_sizes(const std::vector<SampleRecord>& records, double from) {
  EventSizes out;
  std::vector<std::vector<double>> energies, stresses;
  for (const double begin : {from, 0.0}) {
    energies.assign(records.size(), {});
    stresses.assign(records.size(), {});
    std::size_t events = 0;
    for (std::size_t i = 0; i < records.size(); ++i)
      for (const Event& event : records[i].history.events) {
        if (event.state >= static_cast<std::int64_t>(compare::first_leg_states(records[i].history))) break;
        if (std::abs(event.strain) < begin) continue;
        energies[i].push_back(event.energy_drop());
        stresses[i].push_back(event.drop());
        ++events;
      }
    out.from = begin;
    if (events > 0) break;
  }
  out.energy_drop = compare::size_density(energies);
  out.stress_drop = compare::size_density(stresses);
  return out;
}

}  // namespace

void analyse(const Settings& settings, Results& results) {
  results.tables.clear();
  results.compared = false;
  const double from = settings.compare.from;
  std::vector<compare::MacroscaleSample> glass, lattice;
  if (!results.glass.empty()) {
    results.tables.push_back(preparation_table(settings, results));
    if (QuantityTable moduli = moduli_table(results, from); !moduli.rows.empty())
      results.tables.push_back(std::move(moduli));
  }
  if (!results.glass.empty() && has_window(settings.glass.program, from)) {
    glass = windows(results.glass, from, window_end(settings.glass.program));
    results.event_sizes = event_sizes(results.glass, from);
    results.tables.push_back(
        stationary_table("glass", "The glass past yield", compare::stationary_summary(glass), from));
  }
  if (!results.lattice.empty() && has_window(settings.lattice.program, from)) {
    lattice = windows(results.lattice, from, window_end(settings.lattice.program));
    results.tables.push_back(stationary_table("lattice", "The elasto-plastic lattice past yield",
                                              compare::stationary_summary(lattice), from));
  }
  if (settings.compare.enabled && glass.size() > 1 && lattice.size() > 1) {
    results.comparison = compare::compare_macroscale(
        glass, lattice, {settings.compare.bins, settings.compare.bootstrap, settings.study.seed});
    results.compared = true;
    results.tables.push_back(mismatch_table(results.comparison));
  }
  results.remarks = remarks(settings, results);
}

}  // namespace vitrum::study
