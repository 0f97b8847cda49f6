#include "study/reference_tables.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "compare/leg_path.h"
#include "compare/uniform_curve.h"
#include "study/local_yield.h"

namespace vitrum::study {
namespace {

template <class Number>
void add_all(const std::vector<Number>& more, std::vector<Number>& values) {
  values.insert(values.end(), more.begin(), more.end());
}

void add_shifted(const std::vector<std::int64_t>& more, std::int64_t shift,
                 std::vector<std::int64_t>& values) {
  for (const std::int64_t realization : more) values.push_back(realization + shift);
}

/// An optional column that one of two tables lacks is filled, or none has it.
template <class Number>
void add_optional(const std::vector<Number>& more, std::size_t more_rows, Number unknown, std::size_t rows,
                  std::vector<Number>& values) {
  if (more.empty() && values.empty()) return;
  values.resize(rows, unknown);
  add_all(more, values);
  values.resize(rows + more_rows, unknown);
}

std::int64_t realizations_end(const ReferenceTables& tables) {
  std::int64_t end = 0;
  for (const auto* column : {&tables.stress.realization, &tables.events.realization,
                             &tables.local.realization, &tables.legs.realization})
    for (const std::int64_t realization : *column) end = std::max(end, realization + 1);
  return end;
}

void add_curve(const SampleRecord& record, ReferenceTables& tables) {
  if (!compare::has_uniform_curve(record.history))
    throw InputError(
        record.model + " " + std::to_string(record.sample) +
        " has no stress-strain curve on a uniform strain grid in its first leg, which a reference "
        "is made of; name samples that are sheared first");
  const compare::UniformCurve curve = compare::uniform_curve(record.history);
  for (std::size_t k = 0; k < curve.stress.size(); ++k) {
    tables.stress.realization.push_back(record.sample);
    tables.stress.strain.push_back(curve.strain(k));
    tables.stress.stress.push_back(curve.stress[k]);
  }
  const auto states = static_cast<std::int64_t>(compare::first_leg_states(record.history));
  double branch_begin = curve.stress.front();
  for (const Event& event : record.history.events) {
    if (event.state >= states) break;
    tables.events.realization.push_back(record.sample);
    tables.events.strain.push_back(event.strain);
    tables.events.drop.push_back(event.drop());
    tables.events.increment.push_back(event.stress_before - branch_begin);
    branch_begin = event.stress_after;
  }
}

/// The number of the first leg that unloads, or of a leg that is not there. Adds later legs on the way.
std::int64_t add_legs(const SampleRecord& record, ReferenceTables& tables) {
  const std::int64_t legs = record.history.leg.empty() ? 0 : record.history.leg.back() + 1;
  std::int64_t unloading = legs;
  for (std::int64_t leg = 1; leg < legs; ++leg) {
    const compare::LegPath path = compare::leg_path(record.history, leg);
    if (path.empty()) continue;
    if (unloading == legs && std::abs(path.stress.back()) < 0.2 * std::abs(path.stress.front()))
      unloading = leg;
    tables.legs.realization.insert(tables.legs.realization.end(), path.strain.size(), record.sample);
    tables.legs.leg.insert(tables.legs.leg.end(), path.strain.size(), leg);
    add_all(path.strain, tables.legs.strain);
    add_all(path.stress, tables.legs.stress);
  }
  return unloading;
}

void add_tests(const SampleRecord& record, std::int64_t unloading, ReferenceTables& tables) {
  ReferenceTables::Local& local = tables.local;
  for (const LocalYieldSurvey& survey : record.surveys) {
    if (survey.leg != 0 && survey.leg != unloading) continue;
    if (!survey.tests.empty()) tables.held_strain = tables.held_strain && survey.held_strain;
    const TestedAs state = survey.leg != 0      ? TestedAs::unloaded
                           : survey.strain != 0 ? TestedAs::stationary
                                                : TestedAs::quenched;
    for (const LocalYield& test : survey.tests) {
      local.realization.push_back(record.sample);
      local.state.push_back(state);
      local.radius.push_back(test.radius);
      local.angle.push_back(test.angle);
      local.tau_i.push_back(test.tau_i);
      local.tau_c.push_back(test.tau_c);
      local.drop.push_back(test.drop());
      local.strain.push_back(survey.strain);
      local.von_mises.push_back(test.von_mises());
      local.found.push_back(test.found ? 1 : 0);
    }
  }
}

std::vector<double> in_single_precision(std::vector<double> values) {
  for (double& value : values) value = static_cast<double>(static_cast<float>(value));
  return values;
}

std::vector<std::int64_t> numbers_of(const std::vector<TestedAs>& states) {
  std::vector<std::int64_t> numbers;
  for (const TestedAs state : states) numbers.push_back(static_cast<std::int64_t>(state));
  return numbers;
}

constexpr const char* lj = "lj";
constexpr const char* which = "number of the realization";
constexpr const char* shear_strain = "external shear strain, gamma = 2 eps_xy";

}  // namespace

void append(const ReferenceTables& more, ReferenceTables& tables) {
  const std::int64_t shift = realizations_end(tables);
  add_shifted(more.stress.realization, shift, tables.stress.realization);
  add_all(more.stress.strain, tables.stress.strain);
  add_all(more.stress.stress, tables.stress.stress);

  const double unknown = std::nan("");
  const std::size_t events = tables.events.realization.size(), more_events = more.events.realization.size();
  add_shifted(more.events.realization, shift, tables.events.realization);
  add_all(more.events.strain, tables.events.strain);
  add_all(more.events.drop, tables.events.drop);
  add_optional(more.events.increment, more_events, unknown, events, tables.events.increment);

  ReferenceTables::Local& local = tables.local;
  const std::size_t rows = local.realization.size(), more_rows = more.local.realization.size();
  add_shifted(more.local.realization, shift, local.realization);
  add_all(more.local.state, local.state);
  add_all(more.local.radius, local.radius);
  add_all(more.local.angle, local.angle);
  add_all(more.local.tau_i, local.tau_i);
  add_all(more.local.tau_c, local.tau_c);
  add_all(more.local.drop, local.drop);
  add_optional(more.local.strain, more_rows, unknown, rows, local.strain);
  add_optional(more.local.von_mises, more_rows, unknown, rows, local.von_mises);
  add_optional(more.local.found, more_rows, std::int64_t{1}, rows, local.found);

  add_shifted(more.legs.realization, shift, tables.legs.realization);
  add_all(more.legs.leg, tables.legs.leg);
  add_all(more.legs.strain, tables.legs.strain);
  add_all(more.legs.stress, tables.legs.stress);
  tables.held_strain = tables.held_strain && more.held_strain;
  if (tables.width == 0) tables.width = more.width;
}

ReferenceTables reference_tables(const std::vector<SampleRecord>& records) {
  ReferenceTables tables;
  for (const SampleRecord& record : records) {
    add_curve(record, tables);
    const std::int64_t unloading = add_legs(record, tables);
    add_tests(record, unloading, tables);
  }
  if (!records.empty()) tables.width = sample_cell(records.front()).width;
  return tables;
}

Group to_group(const ReferenceTables& tables) {
  Group group;
  if (!tables.stress.realization.empty()) {
    Group& stress = group.groups["stress"];
    stress.put("realization", tables.stress.realization, "1", which);
    stress.put("strain", tables.stress.strain, "1", shear_strain);
    stress.put("stress", in_single_precision(tables.stress.stress), lj, "shear stress after relaxation");
  }
  if (!tables.events.realization.empty()) {
    Group& events = group.groups["events"];
    events.put("realization", tables.events.realization, "1", which);
    events.put("strain", tables.events.strain, "1", shear_strain);
    events.put("drop", in_single_precision(tables.events.drop), lj, "stress drop of the event");
    if (!tables.events.increment.empty())
      events.put("increment", in_single_precision(tables.events.increment), lj,
                 "elastic rise that led to it");
  }
  if (!tables.local.realization.empty()) {
    Group& local = group.groups["local"];
    local.put("realization", tables.local.realization, "1", which);
    local.put("state", numbers_of(tables.local.state), "1", "0: quenched, 1: stationary, 2: unloaded");
    local.put("radius", tables.local.radius, "length", "R of the patch");
    local.put("angle", tables.local.angle, "degree", "alpha, direction of the shear");
    local.put("tau_i", in_single_precision(tables.local.tau_i), lj, "stress along the angle before the test");
    local.put("tau_c", in_single_precision(tables.local.tau_c), lj, "local yield stress");
    local.put("drop", in_single_precision(tables.local.drop), lj,
              "tau_c less the stress behind the avalanche");
    if (!tables.local.strain.empty())
      local.put("strain", tables.local.strain, "1", "external shear strain of the state");
    if (!tables.local.von_mises.empty())
      local.put("von_mises", in_single_precision(tables.local.von_mises), lj, "of the patch before the test");
    if (!tables.local.found.empty())
      local.put("found", tables.local.found, "1", "1: there was an instability");
  }
  if (!tables.local.realization.empty())
    group.groups["definitions"].put(
        "held_strain", static_cast<std::int64_t>(tables.held_strain ? 1 : 0), "1",
        "1: drops of local tests are at one strain; 0 or absent: those of atoms are not");
  if (tables.width > 0) group.groups["cell"].put("width", tables.width, "length", "of the cells");
  if (!tables.legs.realization.empty()) {
    Group& legs = group.groups["legs"];
    legs.put("realization", tables.legs.realization, "1", which);
    legs.put("leg", tables.legs.leg, "1", "leg of the loading program, from 0");
    legs.put("strain", tables.legs.strain, "1", shear_strain);
    legs.put("stress", in_single_precision(tables.legs.stress), lj, "shear stress");
  }
  return group;
}

}  // namespace vitrum::study
