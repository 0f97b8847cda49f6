#include "study/reference_records.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrum::study {

namespace {

State state_at(double strain, double stress) {
  State out;
  out.strain = strain;
  out.stress.xy = stress;
  return out;
}

using Samples = std::map<std::int64_t, SampleRecord>;

SampleRecord& sample_of(std::int64_t realization, Samples& samples) {
  SampleRecord& out = samples[realization];
  out.model = "glass";
  out.sample = realization;
  return out;
}

void add_curves(const ReferenceTables::Stress& stress, Samples& samples) {
  for (std::size_t i = 0; i < stress.realization.size(); ++i) {
    History& history = sample_of(stress.realization[i], samples).history;
    history.states.push_back(state_at(stress.strain[i], stress.stress[i]));
    history.leg.push_back(0);
  }
  // Strains in decimals need not be those of the grid.
  for (auto& [realization, sample] : samples) {
    auto& states = sample.history.states;
    if (states.size() < 2) continue;
    const double first = states.front().strain, steps = static_cast<double>(states.size() - 1);
    const double increment = (states.back().strain - first) / steps;
    for (std::size_t k = 0; k < states.size(); ++k)
      states[k].strain = first + static_cast<double>(k) * increment;
    sample.history.increment = increment;
  }
}

// Drops and rises one after the other are the stresses before and after.
void add_events(const ReferenceTables::Events& events, Samples& samples) {
  std::map<std::int64_t, double> branch_begin;
  for (std::size_t i = 0; i < events.realization.size(); ++i) {
    History& history = sample_of(events.realization[i], samples).history;
    if (history.states.empty()) continue;
    auto& begin =
        branch_begin.try_emplace(events.realization[i], history.states.front().stress.xy).first->second;
    Event event;
    event.strain = events.strain[i];
    const auto after = std::lower_bound(
        history.states.begin(), history.states.end(), event.strain - 1e-9 - 0.1 * history.increment,
        [](const State& state, double strain) { return state.strain < strain; });
    event.state = std::min<std::int64_t>(after - history.states.begin(),
                                         static_cast<std::int64_t>(history.states.size()) - 1);
    // Without the rise it is not known where in its increment of strain an event was: at the end, then.
    const bool knows_rise = !events.increment.empty() && std::isfinite(events.increment[i]);
    event.stress_before =
        knows_rise ? begin + events.increment[i]
                   : history.states[static_cast<std::size_t>(event.state)].stress.xy + events.drop[i];
    event.stress_after = event.stress_before - events.drop[i];
    begin = event.stress_after;
    history.events.push_back(event);
  }
}

void add_legs(const ReferenceTables::Legs& legs, Samples& samples) {
  for (std::size_t i = 0; i < legs.realization.size(); ++i) {
    History& history = sample_of(legs.realization[i], samples).history;
    history.states.push_back(state_at(legs.strain[i], legs.stress[i]));
    history.leg.push_back(legs.leg[i]);
  }
}

rig::Program program_of(const History& history) {
  rig::Program out;
  out.increment = history.increment;
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    const bool last_of_leg = i + 1 == history.states.size() || history.leg[i + 1] != history.leg[i];
    if (!last_of_leg) continue;
    const auto leg = static_cast<std::size_t>(history.leg[i]);
    if (leg >= out.legs.size()) out.legs.resize(leg + 1);
    rig::Leg& kind = out.legs[leg];
    const auto first =
        std::find(history.leg.begin(), history.leg.end(), history.leg[i]) - history.leg.begin();
    const State& begin = history.states[static_cast<std::size_t>(first)];
    const State& end = history.states[i];
    kind.strain = leg == 0 ? end.strain : std::abs(end.strain - begin.strain);
    if (leg == 0) continue;
    const bool unloads = std::abs(end.stress.xy) < 0.2 * std::abs(begin.stress.xy);
    kind.kind = unloads                     ? rig::LegKind::unload
                : end.strain > begin.strain ? rig::LegKind::reload_forward
                                            : rig::LegKind::reload_backward;
  }
  return out;
}

std::int64_t unloading_leg(const rig::Program& program) {
  const auto found = std::find_if(program.legs.begin(), program.legs.end(),
                                  [](const rig::Leg& leg) { return leg.kind == rig::LegKind::unload; });
  return found == program.legs.end() ? 1 : found - program.legs.begin();
}

LocalYield test_of(const ReferenceTables::Local& local, std::size_t i) {
  LocalYield out;
  out.radius = local.radius[i];
  out.angle = local.angle[i];
  out.tau_i = local.tau_i[i];
  out.tau_c = local.tau_c[i];
  out.tau_f = local.tau_c[i] - local.drop[i];
  if (!local.von_mises.empty())
    out.stress.xy = local.von_mises[i];  // of this size; its direction is not known
  out.found = local.found.empty() || local.found[i] != 0;
  return out;
}

void add_tests(const ReferenceTables& tables, std::int64_t unloading, Samples& samples) {
  const ReferenceTables::Local& local = tables.local;
  for (std::size_t i = 0; i < local.realization.size(); ++i) {
    const bool unloaded = local.state[i] == TestedAs::unloaded;
    const double strain =
        local.strain.empty() ? (local.state[i] == TestedAs::quenched ? 0 : 1) : local.strain[i];
    auto& surveys = sample_of(local.realization[i], samples).surveys;
    const std::int64_t leg = unloaded ? unloading : 0;
    auto same = std::find_if(surveys.begin(), surveys.end(), [&](const LocalYieldSurvey& one) {
      return one.leg == leg && (unloaded || one.strain == strain);
    });
    if (same == surveys.end())
      same = surveys.insert(surveys.end(), {strain, leg, {}, 0, "", tables.held_strain});
    same->tests.push_back(test_of(local, i));
  }
}

}  // namespace

void adopt_reference(const ReferenceTables& tables, Settings& settings, Results& results) {
  Samples samples;
  add_curves(tables.stress, samples);
  add_events(tables.events, samples);
  add_legs(tables.legs, samples);
  rig::Program program;
  for (const auto& [realization, record] : samples)
    if (rig::Program one = program_of(record.history); one.legs.size() > program.legs.size()) program = one;
  add_tests(tables, unloading_leg(program), samples);
  const auto& states = tables.local.state;
  const bool quenched = std::find(states.begin(), states.end(), TestedAs::quenched) != states.end();
  for (auto& [realization, record] : samples) {
    if (tables.width > 0) record.measures.put("cell_width", tables.width, "sigma", "of a reference");
    if (quenched) record.measures.groups["liquid"];  // it came from one: what was tested was a quenched glass
    results.glass.push_back(std::move(record));
  }
  settings.glass.samples = static_cast<int>(results.glass.size());
  settings.glass.program = program;
  settings.compare.from = settings.reference.from;
}

}  // namespace vitrum::study
