#include "record/history.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.h"
#include "record/leg_number.h"

namespace vitrum {
namespace {

/// Components of the stress tensor and the names of their datasets.
constexpr std::pair<const char*, double SymmetricTensor::*> stress_components[] = {
    {"stress_xx", &SymmetricTensor::xx}, {"stress_yy", &SymmetricTensor::yy},
    {"stress_zz", &SymmetricTensor::zz}, {"stress_yz", &SymmetricTensor::yz},
    {"stress_xz", &SymmetricTensor::xz}, {"stress_xy", &SymmetricTensor::xy}};

constexpr const char* model_units = "model units";

/// Columns of events that files of earlier versions have not.
constexpr std::pair<const char*, double Event::*> later_columns[] = {{"energy_before", &Event::energy_before},
                                                                     {"energy_after", &Event::energy_after},
                                                                     {"participation", &Event::participation},
                                                                     {"direction", &Event::direction}};
constexpr const char* centre_columns[] = {"centre_x", "centre_y", "centre_z"};

template <class Row, class Member>
auto column(const std::vector<Row>& rows, Member member) {
  std::vector<std::decay_t<decltype(rows.front().*member)>> values;
  values.reserve(rows.size());
  for (const Row& row : rows) values.push_back(row.*member);
  return values;
}

/// Whether the column holds anything: what no leg of the program makes is not stored.
template <class Row>
bool any_of(const std::vector<Row>& rows, double Row::*member) {
  return std::any_of(rows.begin(), rows.end(), [member](const Row& row) { return row.*member != 0; });
}

Group states_group(const History& history) {
  Group group;
  group.put("strain", column(history.states, &State::strain), "1", "external shear strain, gamma = 2 eps_xy");
  for (const auto& [name, component] : stress_components) {
    std::vector<double> values;
    values.reserve(history.states.size());
    for (const State& state : history.states) values.push_back(state.stress.*component);
    group.put(name, std::move(values), model_units, "mean stress, tension positive, no kinetic part");
  }
  group.put("energy", column(history.states, &State::energy), model_units,
            "atoms: potential energy; lattice: elastic energy; of the whole specimen");
  group.put("leg", history.leg, "1", "leg of the loading program, from 0");
  if (any_of(history.states, &State::time))
    group.put("time", column(history.states, &State::time), "inverse attempt rate",
              "time spent waiting at a temperature");
  return group;
}

Group events_group(const std::vector<Event>& events) {
  Group group;
  group.put("state", column(events, &Event::state), "1", "index of the first state after the event");
  group.put("strain", column(events, &Event::strain), "1", "external shear strain at which it was seen");
  group.put("stress_before", column(events, &Event::stress_before), model_units,
            "shear stress at that strain had nothing rearranged");
  group.put("stress_after", column(events, &Event::stress_after), model_units,
            "shear stress when it was over");
  group.put("dissipated", column(events, &Event::dissipated), model_units, "energy turned to heat");
  group.put("slips", column(events, &Event::slips), "1", "slip events in the avalanche; 0: not counted");
  group.put("duration", column(events, &Event::duration), "1",
            "relaxation steps of the avalanche; 0: not counted");
  group.put("energy_before", column(events, &Event::energy_before), model_units,
            "energy at that strain had nothing rearranged");
  group.put("energy_after", column(events, &Event::energy_after), model_units, "energy when it was over");
  group.put("participation", column(events, &Event::participation), "1",
            "atoms or elements that took part; 0: not known, and neither are centre and direction");
  for (std::size_t k = 0; k < 3; ++k) {
    std::vector<double> values;
    for (const Event& event : events) values.push_back(event.centre[k]);
    group.put(centre_columns[k], std::move(values), "length", "where it was, in a rectangular cell");
  }
  group.put("direction", column(events, &Event::direction), "degree",
            "of its local shear, 0 to 180; 0: forward, 90: backward");
  if (any_of(events, &Event::strain_jump))
    group.put("strain_jump", column(events, &Event::strain_jump), "1",
              "how far the external strain went in it");
  return group;
}

template <class Row, class Member, class Number>
void fill(std::vector<Row>& rows, Member member, const std::vector<Number>& values, const std::string& path) {
  if (values.size() != rows.size())
    throw InputError("the dataset \"" + path + "\" holds " + std::to_string(values.size()) +
                     " values where there should be " + std::to_string(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].*member = values[i];
}

std::vector<State> states_from(const Group& group) {
  std::vector<State> states(group.doubles("states/strain").size());
  fill(states, &State::strain, group.doubles("states/strain"), "states/strain");
  fill(states, &State::energy, group.doubles("states/energy"), "states/energy");
  for (const auto& [name, component] : stress_components) {
    const std::string path = std::string("states/") + name;
    std::vector<SymmetricTensor> stress(states.size());
    fill(stress, component, group.doubles(path), path);
    for (std::size_t i = 0; i < states.size(); ++i) states[i].stress.*component = stress[i].*component;
  }
  if (group.group("states").has_array("time"))
    fill(states, &State::time, group.doubles("states/time"), "states/time");
  return states;
}

/// What earlier versions did not write: all of it is there, or nothing.
void fill_later_columns(std::vector<Event>& events, const std::vector<State>& states, const Group& group) {
  const Group& columns = group.group("events");
  bool any = false;
  for (const auto& [name, member] : later_columns) any = any || columns.has_array(name);
  for (const char* name : centre_columns) any = any || columns.has_array(name);
  for (Event& event : events) {
    event.energy_after = states[static_cast<std::size_t>(event.state)].energy;
    event.energy_before = event.energy_after + event.dissipated;
  }
  if (!any) return;
  for (const auto& [name, member] : later_columns) {
    const std::string path = std::string("events/") + name;
    fill(events, member, group.doubles(path), path);
  }
  for (std::size_t k = 0; k < 3; ++k) {
    const std::string path = std::string("events/") + centre_columns[k];
    const auto& values = group.doubles(path);
    if (values.size() != events.size())
      throw InputError("the dataset \"" + path + "\" holds " + std::to_string(values.size()) +
                       " values where there should be " + std::to_string(events.size()));
    for (std::size_t i = 0; i < events.size(); ++i) events[i].centre[k] = values[i];
  }
}

std::vector<Event> events_from(const Group& group, const std::vector<State>& states) {
  std::vector<Event> events(group.integers("events/state").size());
  fill(events, &Event::state, group.integers("events/state"), "events/state");
  fill(events, &Event::strain, group.doubles("events/strain"), "events/strain");
  fill(events, &Event::stress_before, group.doubles("events/stress_before"), "events/stress_before");
  fill(events, &Event::stress_after, group.doubles("events/stress_after"), "events/stress_after");
  fill(events, &Event::dissipated, group.doubles("events/dissipated"), "events/dissipated");
  fill(events, &Event::slips, group.integers("events/slips"), "events/slips");
  fill(events, &Event::duration, group.integers("events/duration"), "events/duration");
  for (const Event& event : events)
    if (event.state < 0 || static_cast<std::size_t>(event.state) >= states.size())
      throw InputError("the dataset \"events/state\" points to state " + std::to_string(event.state) +
                       ", but there are only " + std::to_string(states.size()) + " states");
  fill_later_columns(events, states, group);
  if (group.group("events").has_array("strain_jump"))
    fill(events, &Event::strain_jump, group.doubles("events/strain_jump"), "events/strain_jump");
  return events;
}

void require_sites(const History& history) {
  const auto& begin = history.site_begin;
  const auto end = static_cast<std::int64_t>(history.sites.size());
  if (begin.size() == history.events.size() + 1 && begin.front() == 0 && begin.back() == end &&
      std::is_sorted(begin.begin(), begin.end()))
    return;
  throw InputError(
      "the dataset \"events/site_begin\" does not divide \"events/sites\" among the events; it must begin "
      "with 0, rise, and end with the number of sites");
}

}  // namespace

Group to_group(const History& history) {
  Group group;
  group.put("increment", history.increment, "1", "size of the strain increments");
  group.groups["states"] = states_group(history);
  group.groups["events"] = events_group(history.events);
  if (!history.site_begin.empty()) {
    Group& events = group.groups["events"];
    events.put("sites", history.sites, "1", "elements that slipped, one entry per slip, event after event");
    events.put("site_begin", history.site_begin, "1",
               "event i has the sites from entry i of this to before entry i + 1");
  }
  return group;
}

History history_from(const Group& group) {
  History history;
  history.increment = group.number("increment");
  history.states = states_from(group);
  history.leg = group.integers("states/leg");
  if (history.leg.size() != history.states.size())
    throw InputError("the dataset \"states/leg\" holds " + std::to_string(history.leg.size()) +
                     " values where there should be " + std::to_string(history.states.size()));
  for (const std::int64_t leg : history.leg) require_leg(leg);
  if (!std::is_sorted(history.leg.begin(), history.leg.end()))
    throw InputError("the dataset \"states/leg\" falls, but legs follow each other");
  history.events = events_from(group, history.states);
  if (group.group("events").has_array("sites")) {
    history.sites = group.integers("events/sites");
    history.site_begin = group.integers("events/site_begin");
    require_sites(history);
  }
  return history;
}

}  // namespace vitrum
