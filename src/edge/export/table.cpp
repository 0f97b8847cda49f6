#include "edge/export/table.h"

#include <utility>
#include <vector>

#include "base/error.h"
#include "edge/export/digits.h"
#include "edge/export/single_fields.h"

namespace vitrum::exports {
namespace {

using Columns = std::vector<std::pair<std::string, const Array*>>;

Columns chosen(const Group& group, const std::vector<std::string>& names) {
  Columns columns;
  for (const std::string& name : names) columns.emplace_back(name, &group.arrays.at(name));
  return columns;
}

/// The same, and behind them those of the others that this history has.
Columns chosen(const Group& group, std::vector<std::string> names, const std::vector<std::string>& others) {
  for (const std::string& name : others)
    if (group.has_array(name)) names.push_back(name);
  return chosen(group, names);
}

void append_rows(std::string& out, const Columns& columns, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    for (const auto& [name, array] : columns) {
      append_value(out, *array, i);
      out += ',';
    }
    out.back() = '\n';
  }
}

std::string csv(const Columns& columns, std::size_t rows) {
  std::string out;
  for (const auto& [name, array] : columns) out += name + ",";
  out.back() = '\n';
  append_rows(out, columns, rows);
  return out;
}

/// Where each site is: its column and row on a lattice, its number among atoms.
Group places(const std::vector<std::size_t>& shape) {
  std::vector<std::int64_t> columns, rows, atoms;
  if (shape.size() == 2)
    for (std::size_t row = 0; row < shape[0]; ++row)
      for (std::size_t column = 0; column < shape[1]; ++column) {
        columns.push_back(static_cast<std::int64_t>(column));
        rows.push_back(static_cast<std::int64_t>(row));
      }
  else
    for (std::size_t atom = 0; atom < shape.front(); ++atom) atoms.push_back(static_cast<std::int64_t>(atom));
  Group group;
  if (shape.size() == 2) {
    group.put("column", columns);
    group.put("row", rows);
  } else {
    group.put("atom", atoms);
  }
  return group;
}

}  // namespace

std::string states_csv(const History& history) {
  const Group group = to_group(history);
  return csv(chosen(group.group("states"),
                    {"strain", "stress_xx", "stress_yy", "stress_zz", "stress_yz", "stress_xz", "stress_xy",
                     "energy", "leg"},
                    {"time"}),
             history.states.size());
}

std::string events_csv(const History& history) {
  const Group group = to_group(history);
  return csv(chosen(group.group("events"),
                    {"state", "strain", "stress_before", "stress_after", "dissipated", "slips", "duration",
                     "energy_before", "energy_after", "participation", "centre_x", "centre_y", "centre_z",
                     "direction"},
                    {"strain_jump"}),
             history.events.size());
}

std::string sites_csv(const History& history) {
  std::string out = "event,element\n";
  for (std::size_t event = 0; event + 1 < history.site_begin.size(); ++event)
    for (std::int64_t i = history.site_begin[event]; i < history.site_begin[event + 1]; ++i)
      out += std::to_string(event) + "," + std::to_string(history.sites[static_cast<std::size_t>(i)]) + "\n";
  return out;
}

std::string local_yield_csv(const std::vector<LocalYieldSurvey>& surveys) {
  std::string out;
  for (const LocalYieldSurvey& survey : surveys) {
    Group group = to_group(survey);
    // The state of the specimen in every row, so that the table says all.
    group.put("strain", std::vector<double>(survey.tests.size(), survey.strain));
    group.put("leg", std::vector<std::int64_t>(survey.tests.size(), survey.leg));
    const Columns columns = chosen(group, {"strain", "leg", "x", "y", "radius", "elements", "angle",
                                           "stress_xx", "stress_yy", "stress_xy", "tau_i", "tau_c", "tau_f",
                                           "critical_strain", "energy_drop", "event_x", "event_y", "found"});
    if (out.empty()) out = csv(columns, 0);
    append_rows(out, columns, survey.tests.size());
  }
  return out;
}

std::string fields_csv(const FieldSnapshot& snapshot) {
  const Group fields = single_fields(snapshot.fields);
  const auto& arrays = fields.arrays;
  if (arrays.empty()) throw InputError("the fields at strain " + shortest(snapshot.strain) + " are empty");
  const std::vector<std::size_t>& shape = arrays.begin()->second.shape;
  if (shape.empty() || shape.size() > 2)
    throw InputError("the field \"" + arrays.begin()->first + "\" is neither over elements nor over atoms");
  const Group place = places(shape);
  Columns columns = chosen(place, shape.size() == 2 ? std::vector<std::string>{"column", "row"}
                                                    : std::vector<std::string>{"atom"});
  // Positions first: the order of a map of names would hide them among the fields.
  for (const char* name : {"x", "y", "z"})
    if (arrays.count(name) != 0) columns.emplace_back(name, &arrays.at(name));
  for (const auto& [name, array] : arrays) {
    if (array.shape != shape)
      throw InputError("the field \"" + name + "\" is over other sites than the field \"" +
                       arrays.begin()->first + "\"");
    if (name != "x" && name != "y" && name != "z") columns.emplace_back(name, &array);
  }
  return csv(columns, arrays.begin()->second.size());
}

}  // namespace vitrum::exports
