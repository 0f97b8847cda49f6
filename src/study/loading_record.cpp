#include "study/loading_record.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/gigapascals.h"
#include "record/leg_number.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

using Reals = std::vector<double>;
using Wholes = std::vector<std::int64_t>;

constexpr const char* atoms_name = "atoms";
constexpr const char* volume_name = "volume";
constexpr const char* units_text = "units";

double rounded(double value) { return static_cast<double>(static_cast<float>(value)); }

struct SpecimenColumns {
  Reals atoms, volume, energy, increment;
};
struct StateColumns {
  Wholes specimen, leg;
  Reals strain, stress, energy;
};
struct EventColumns {
  Wholes specimen, state;
  Reals strain, stress_before, stress_after, energy_before, energy_after, dissipated, strain_jump;
};

struct MeasuredColumns {
  Wholes specimen;
  Reals strain;
  std::vector<Reals> values;  // one for each of names_of_measurements()
};

/// That of a name in a record or a file.
std::string array_name(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

void add_measured(std::int64_t number, const LoadingRecord& record, MeasuredColumns& columns) {
  if (record.measured.empty()) return;
  const Reals& strain = record.measured.front().strain;
  columns.specimen.insert(columns.specimen.end(), strain.size(), number);
  columns.strain.insert(columns.strain.end(), strain.begin(), strain.end());
  for (std::size_t k = 0; k < names_of_measurements().size(); ++k) {
    Reals values(strain.size(), std::numeric_limits<double>::quiet_NaN());
    for (const MeasuredSeries& one : record.measured)
      if (one.name == names_of_measurements()[k])
        std::transform(one.value.begin(), one.value.end(), values.begin(), rounded);
    columns.values[k].insert(columns.values[k].end(), values.begin(), values.end());
  }
}

void add_specimen(std::int64_t number, const LoadingRecord& record, SpecimenColumns& specimens,
                  StateColumns& states, EventColumns& events) {
  const History& history = record.history;
  const double n = record.atoms;
  const double first = history.states.empty() ? 0 : history.states.front().energy / n;
  specimens.atoms.push_back(n);
  specimens.volume.push_back(record.volume);
  specimens.energy.push_back(first);
  specimens.increment.push_back(history.increment);
  for (std::size_t i = 0; i < history.states.size(); ++i) {
    const State& state = history.states[i];
    states.specimen.push_back(number);
    states.leg.push_back(history.leg[i]);
    states.strain.push_back(state.strain);
    states.stress.push_back(rounded(state.stress.xy));
    states.energy.push_back(rounded(state.energy / n - first));
  }
  for (const Event& event : history.events) {
    events.specimen.push_back(number);
    events.state.push_back(event.state);
    events.strain.push_back(event.strain);
    events.stress_before.push_back(rounded(event.stress_before));
    events.stress_after.push_back(rounded(event.stress_after));
    events.energy_before.push_back(rounded(event.energy_before / n - first));
    events.energy_after.push_back(rounded(event.energy_after / n - first));
    events.dissipated.push_back(rounded(event.dissipated / n));
    events.strain_jump.push_back(event.strain_jump);
  }
}

/// Columns of one group, all of the same length.
class Columns {
 public:
  Columns(const Group& group, const std::string& name) : group_(group.group(name)), name_(name) {}

  const Reals& reals(const char* column) { return checked(group_.doubles(column)); }
  const Wholes& wholes(const char* column) { return checked(group_.integers(column)); }

 private:
  template <class Values>
  const Values& checked(const Values& values) {
    if (known_ && values.size() != rows_)
      throw InputError("the loading records are damaged: columns of \"" + name_ + "\" differ in length");
    known_ = true;
    rows_ = values.size();
    return values;
  }

  const Group& group_;
  std::string name_;
  bool known_ = false;
  std::size_t rows_ = 0;
};

LoadingRecord& specimen_of(std::int64_t number, std::vector<LoadingRecord>& records) {
  if (number < 0 || number >= static_cast<std::int64_t>(records.size()))
    throw InputError("the loading records are damaged: there is no specimen " + std::to_string(number));
  return records[static_cast<std::size_t>(number)];
}

void take_states(const Group& group, const Reals& first, std::vector<LoadingRecord>& records) {
  Columns columns(group, "states");
  const Wholes &specimen = columns.wholes("specimen"), &leg = columns.wholes("leg");
  const Reals &strain = columns.reals("strain"), &stress = columns.reals("stress"),
              &energy = columns.reals("energy");
  for (std::size_t i = 0; i < specimen.size(); ++i) {
    LoadingRecord& record = specimen_of(specimen[i], records);
    State state;
    require_leg(leg[i]);
    if (!record.history.leg.empty() && leg[i] < record.history.leg.back())
      throw InputError("the loading records are damaged: the legs of a specimen do not follow each other");
    state.strain = strain[i];
    state.stress.xy = stress[i];
    state.energy = (energy[i] + first[static_cast<std::size_t>(specimen[i])]) * record.atoms;
    record.history.states.push_back(state);
    record.history.leg.push_back(leg[i]);
  }
}

void take_events(const Group& group, const Reals& first, std::vector<LoadingRecord>& records) {
  Columns columns(group, "events");
  const Wholes &specimen = columns.wholes("specimen"), &state = columns.wholes("state");
  const Reals &strain = columns.reals("strain"), &before = columns.reals("stress_before"),
              &after = columns.reals("stress_after"), &energy_before = columns.reals("energy_before"),
              &energy_after = columns.reals("energy_after"), &dissipated = columns.reals("dissipated"),
              &strain_jump = columns.reals("strain_jump");
  for (std::size_t i = 0; i < specimen.size(); ++i) {
    LoadingRecord& record = specimen_of(specimen[i], records);
    if (state[i] < 0 || state[i] >= static_cast<std::int64_t>(record.history.states.size()))
      throw InputError("the loading records are damaged: an event has no state behind it");
    const double base = first[static_cast<std::size_t>(specimen[i])];
    Event event;
    event.state = state[i];
    event.strain = strain[i];
    event.stress_before = before[i];
    event.stress_after = after[i];
    event.energy_before = (energy_before[i] + base) * record.atoms;
    event.energy_after = (energy_after[i] + base) * record.atoms;
    event.dissipated = dissipated[i] * record.atoms;
    event.strain_jump = strain_jump[i];
    record.history.events.push_back(event);
  }
}

/// Files hold NaN throughout where a specimen was not measured, which then has no series.
void take_measured(const Group& group, std::vector<LoadingRecord>& records) {
  Columns columns(group, "measured");
  const Wholes& specimen = columns.wholes("specimen");
  const Reals& strain = columns.reals("strain");
  for (const std::string& name : names_of_measurements()) {
    if (!group.group("measured").has_array(array_name(name))) continue;
    const Reals& value = columns.reals(array_name(name).c_str());
    std::vector<MeasuredSeries> series(records.size(), {name, {}, {}});
    for (std::size_t i = 0; i < specimen.size(); ++i) {
      specimen_of(specimen[i], records);
      MeasuredSeries& one = series[static_cast<std::size_t>(specimen[i])];
      one.strain.push_back(strain[i]);
      one.value.push_back(value[i]);
    }
    for (std::size_t i = 0; i < records.size(); ++i)
      if (std::any_of(series[i].value.begin(), series[i].value.end(),
                      [](double v) { return !std::isnan(v); }))
        records[i].measured.push_back(std::move(series[i]));
  }
}

/// What the record says; of one that says nothing, as those of earlier versions, what its volume tells.
std::string units_of_record(const Group& measures) {
  if (const auto said = measures.texts.find(units_text); said != measures.texts.end()) return said->second;
  return measures.arrays.at(volume_name).unit == "A^3" ? "metal" : "lj";
}

}  // namespace

const std::vector<std::string>& names_of_measurements() {
  static const std::vector<std::string> names{"stability", "back stress"};
  return names;
}

LoadingRecord loading_record(const SampleRecord& record) {
  if (!record.measures.has_array(atoms_name) || !record.measures.has_array(volume_name))
    throw InputError(
        record.model + " " + std::to_string(record.sample) +
        " does not tell how many atoms it has and in which volume (it is of an earlier version); "
        "shear it again");
  LoadingRecord out;
  out.atoms = record.measures.number(atoms_name);
  out.volume = record.measures.number(volume_name);
  out.units = units_of_record(record.measures);
  out.history = record.history;
  out.history.sites.clear();
  out.history.site_begin.clear();
  for (const std::string& name : names_of_measurements())
    if (record.along.has_array(array_name(name)))
      out.measured.push_back({name, record.along.doubles("strain"), record.along.doubles(array_name(name))});
  if (record.stress_unit != "GPa") return out;  // as in files; GPa is what people see
  for (State& state : out.history.states) state.stress.xy /= gigapascals;
  for (Event& event : out.history.events) {
    event.stress_before /= gigapascals;
    event.stress_after /= gigapascals;
  }
  for (MeasuredSeries& series : out.measured)
    if (series.name == "back stress")
      for (double& stress : series.value) stress /= gigapascals;
  return out;
}

History thinned(const History& history, std::int64_t every) {
  if (every < 1) throw InputError("every state, every second, ... can be kept, but not every 0th");
  const std::size_t count = history.states.size();
  History out;
  out.increment = history.increment;
  std::vector<std::int64_t> place(count);  // of each state: of the first one kept from it on
  for (std::size_t i = 0; i < count; ++i) {
    const bool first = i == 0 || history.leg[i] != history.leg[i - 1];
    const bool last = i + 1 == count || history.leg[i + 1] != history.leg[i];
    place[i] = static_cast<std::int64_t>(out.states.size());
    if (!first && !last && static_cast<std::int64_t>(i) % every != 0) continue;
    out.states.push_back(history.states[i]);
    out.leg.push_back(history.leg[i]);
  }
  out.events = history.events;
  for (Event& event : out.events) event.state = place[static_cast<std::size_t>(event.state)];
  return out;
}

Group to_group(const std::vector<LoadingRecord>& records) {
  SpecimenColumns specimens;
  StateColumns states;
  EventColumns events;
  MeasuredColumns measured{{}, {}, std::vector<Reals>(names_of_measurements().size())};
  for (std::size_t i = 0; i < records.size(); ++i) {
    add_specimen(static_cast<std::int64_t>(i), records[i], specimens, states, events);
    add_measured(static_cast<std::int64_t>(i), records[i], measured);
  }
  const bool metal = !records.empty() && records.front().units == "metal";
  const std::string energy = metal ? "eV" : "eps", stress = metal ? "eV/A^3" : "eps/sigma^d";
  Group out;
  out.texts["units"] = metal ? "metal" : "lj";
  Group& s = out.groups["specimens"];
  s.put("atoms", specimens.atoms, "1", "atoms, or elements of a lattice");
  s.put("volume", specimens.volume, metal ? "A^3" : "sigma^d", "of the specimen");
  s.put("energy", specimens.energy, energy, "per atom, of the first state");
  s.put("increment", specimens.increment, "1", "of the strain");
  const char* which = "number of the specimen";
  Group& t = out.groups["states"];
  t.put("specimen", states.specimen, "1", which);
  t.put("leg", states.leg, "1", "leg of the loading program, from 0");
  t.put("strain", states.strain, "1", "external shear strain, gamma = 2 eps_xy");
  t.put("stress", states.stress, stress, "shear stress after relaxation");
  t.put("energy", states.energy, energy, "per atom, less that of the first state");
  Group& e = out.groups["events"];
  e.put("specimen", events.specimen, "1", which);
  e.put("state", events.state, "1", "number, among the specimen's, of the first state behind the event");
  e.put("strain", events.strain, "1", "at which it happened");
  e.put("stress_before", events.stress_before, stress);
  e.put("stress_after", events.stress_after, stress);
  e.put("energy_before", events.energy_before, energy, "per atom, less that of the first state");
  e.put("energy_after", events.energy_after, energy, "likewise");
  e.put("dissipated", events.dissipated, energy, "heat per atom");
  e.put("strain_jump", events.strain_jump, "1", "how far the strain went in it; 0 when it was held");
  if (measured.specimen.empty()) return out;
  Group& m = out.groups["measured"];
  m.put("specimen", measured.specimen, "1", which);
  m.put("strain", measured.strain, "1", "of the first leg, at which it was measured");
  m.put("stability", measured.values[0], "", "square of the Hessian's lowest eigenvalue; NaN: not found");
  m.put("back_stress", measured.values[1], stress,
        "half the sum of the stress and of that at which the specimen yields backward; NaN: not found");
  return out;
}

std::vector<LoadingRecord> loading_records_from(const Group& group) {
  Columns columns(group, "specimens");
  const Reals &atoms = columns.reals("atoms"), &volume = columns.reals("volume"),
              &first = columns.reals("energy"), &increment = columns.reals("increment");
  std::vector<LoadingRecord> out(atoms.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!(atoms[i] > 0) || !(volume[i] > 0))
      throw InputError("the loading records are damaged: specimen " + std::to_string(i) +
                       " has no atoms or no volume");
    out[i].atoms = atoms[i];
    out[i].volume = volume[i];
    out[i].units = group.text("units");
    out[i].history.increment = increment[i];
  }
  take_states(group, first, out);
  take_events(group, first, out);
  if (group.has_group("measured")) take_measured(group, out);
  return out;
}

}  // namespace vitrum::study
