#include <charconv>
#include <cmath>
#include <map>

#include "base/nearest_name.h"
#include "edge/import/reference_columns.h"
#include "edge/import/text_file.h"

namespace vitrum::imports {
namespace {

using study::ReferenceTables;
using study::TestedAs;

/// Several tables are numbered on, one behind the other.
constexpr double largest_realization = 1e15;

std::string joined(const TableKind& kind) {
  std::string text;
  for (const ColumnKind& column : kind.columns) text += (text.empty() ? "" : ", ") + std::string(column.name);
  return text;
}

/// Whether a unit, as given for stresses, is that of reduced units.
bool is_reduced(const std::string& unit) {
  for (const char* name : {"", "lj", "LJ", "1", "reduced", "model units", "eps/sigma^2", "eps/sigma^3"})
    if (unit == name) return true;
  return false;
}

void check_unit(const std::string& unit, const std::string& place, Complaints& complaints) {
  if (!is_reduced(unit))
    complaints.add(place,
                   "the unit is " + in_quotes(unit) +
                       " (references are in the reduced units of the lattice, 'lj'); divide stresses by "
                       "the unit of stress of your model, and write 'lj'");
}

void check_columns(const RawTable& table, const TableKind& kind, Complaints& complaints) {
  std::vector<std::string> missing;
  for (const ColumnKind& wanted : kind.columns)
    if (wanted.needed && !table.find(wanted.name)) missing.emplace_back(wanted.name);
  std::vector<std::string> free;  // names that no column has yet
  for (const ColumnKind& wanted : kind.columns)
    if (!table.find(wanted.name)) free.emplace_back(wanted.name);
  std::map<std::string, int> times;
  for (const RawColumn& column : table.columns) {
    if (++times[column.name] == 2)
      complaints.add(table.place(column),
                     "the column '" + column.name + "' stands there twice; leave one out");
    const ColumnKind* known = kind.find(column.name);
    if (known) {
      if (known->in_stress) check_unit(column.unit, table.place(column), complaints);
      continue;
    }
    const std::string meant = nearest(column.name, free);
    if (!meant.empty()) std::erase(missing, meant);
    complaints.add(table.place(column), "unknown column " + in_quotes(column.name) + " in the table " +
                                            kind.name +
                                            (meant.empty() ? " (it has " + joined(kind) + "); leave it out"
                                                           : "; did you mean '" + meant + "'?"));
  }
  for (const std::string& name : missing)
    complaints.add(table.place(), "the table " + std::string(kind.name) + " lacks the column '" + name +
                                      "' (it has " + joined(kind) + "); add it");
}

/// The numbers of a column; complains about what is none.
std::vector<double> numbers_of(const RawTable& table, const RawColumn& column, bool whole,
                               Complaints& complaints) {
  std::vector<double> numbers = column.numbers;
  numbers.reserve(table.rows);
  for (std::size_t row = 0; row < column.words.size(); ++row) {
    const std::string& word = column.words[row];
    double value = 0;
    const char* begin = word.data() + (word.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, word.data() + word.size(), value);
    if (word.empty() || error != std::errc() || end != word.data() + word.size()) {
      complaints.add_row(table.place(column, row),
                         column.name + " is " + in_quotes(word) +
                             " (not a number); write a number, with a point in decimals");
      value = 0;
    }
    numbers.push_back(value);
  }
  complaints.end_rows();
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (!std::isfinite(numbers[row]))
      complaints.add_row(
          table.place(column, row),
          column.name + " is not a finite number; leave the row out, or mend the run that wrote it");
    else if (whole && numbers[row] != std::round(numbers[row]))
      complaints.add_row(table.place(column, row),
                         column.name + " is " + std::to_string(numbers[row]) +
                             " (not a whole number); number realizations 0, 1, 2, ...");
    else if (whole && std::abs(numbers[row]) > largest_realization)
      complaints.add_row(table.place(column, row),
                         column.name +
                             " is larger than 1e15 (there is no counting on behind it); number "
                             "realizations 0, 1, 2, ...");
  }
  complaints.end_rows();
  return numbers;
}

std::vector<std::int64_t> integers(const std::vector<double>& numbers) {
  std::vector<std::int64_t> out;
  for (const double value : numbers) out.push_back(std::llround(value));
  return out;
}

/// Strains of one realization rise; those of events may stay where they are.
void check_order(const RawTable& table, const std::vector<std::int64_t>& realization,
                 const std::vector<double>& strain, bool strictly, Complaints& complaints) {
  std::map<std::int64_t, double> last;
  for (std::size_t row = 0; row < strain.size(); ++row) {
    const auto [before, first] = last.try_emplace(realization[row], strain[row]);
    if (!first && (strictly ? strain[row] <= before->second : strain[row] < before->second))
      complaints.add_row(table.place(*table.find("strain"), row),
                         "the strain does not rise from the row before of realization " +
                             std::to_string(realization[row]) +
                             "; give the first leg alone, in the order of strain");
    before->second = strain[row];
  }
  complaints.end_rows();
}

/// Names of states, or their numbers.
std::vector<TestedAs> states_of(const RawTable& table, Complaints& complaints) {
  const std::vector<std::string> names{"quenched", "stationary", "unloaded"};
  const RawColumn& column = *table.find("state");
  std::vector<TestedAs> states;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const std::string word =
        column.words.empty() ? std::to_string(std::llround(column.numbers[row])) : column.words[row];
    std::size_t state = 0;
    while (state < names.size() && word != names[state] && word != std::to_string(state)) ++state;
    if (state == names.size()) {
      const std::string meant = nearest(word, names);
      complaints.add_row(table.place(column, row),
                         "the state is " + in_quotes(word) +
                             (meant.empty() ? " (not quenched, stationary or unloaded)"
                                            : "; did you mean '" + meant + "'?"));
      state = 0;
    }
    states.push_back(static_cast<TestedAs>(state));
  }
  complaints.end_rows();
  return states;
}

}  // namespace

void take_table(const RawTable& table, Complaints& complaints, ReferenceTables& tables) {
  const TableKind& kind = table_kind(table.name);
  check_unit(table.unit, table.place(), complaints);
  check_columns(table, kind, complaints);
  if (table.damaged) return;
  if (table.rows == 0) {
    complaints.add(table.file, "the table " + table.name + " has no rows; fill it or leave the " +
                                   (table.header_line == 0 ? "group" : "file") + " out");
    return;
  }
  std::map<std::string, std::vector<double>> numbers;
  for (const ColumnKind& column : kind.columns) {
    const RawColumn* raw = table.find(column.name);
    if (!raw) {
      if (column.needed) numbers[column.name].resize(table.rows);  // complained about
      continue;
    }
    if (std::string("state") != column.name)
      numbers[column.name] = numbers_of(table, *raw, column.whole, complaints);
  }
  const std::vector<std::int64_t> realization = integers(numbers["realization"]);
  if (table.name == "stress") {
    if (table.find("strain")) check_order(table, realization, numbers["strain"], true, complaints);
    tables.stress = {realization, numbers["strain"], numbers["stress"]};
  } else if (table.name == "events") {
    if (table.find("strain")) check_order(table, realization, numbers["strain"], false, complaints);
    tables.events = {realization, numbers["strain"], numbers["drop"], numbers["increment"]};
  } else {
    ReferenceTables::Local& local = tables.local;
    local.realization = realization;
    if (table.find("state")) local.state = states_of(table, complaints);
    local.radius = numbers["radius"], local.angle = numbers["angle"];
    local.tau_i = numbers["tau_i"], local.tau_c = numbers["tau_c"], local.drop = numbers["drop"];
    local.strain = numbers["strain"], local.von_mises = numbers["von_mises"];
    local.found = integers(numbers["found"]);
  }
}

}  // namespace vitrum::imports
