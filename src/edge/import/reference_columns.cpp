#include "edge/import/reference_columns.h"

#include <algorithm>
#include <stdexcept>

namespace vitrum::imports {

const ColumnKind* TableKind::find(const std::string& column) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const ColumnKind& one) { return column == one.name; });
  return found == columns.end() ? nullptr : &*found;
}

const std::vector<TableKind>& table_kinds() {
  static const std::vector<TableKind> kinds{
      {"stress",
       {{"realization", true, true, false}, {"strain", true, false, false}, {"stress", true, false, true}}},
      {"events",
       {{"realization", true, true, false},
        {"strain", true, false, false},
        {"drop", true, false, true},
        {"increment", false, false, true}}},
      {"local",
       {{"realization", true, true, false},
        {"state", true, false, false},
        {"radius", true, false, false},
        {"angle", true, false, false},
        {"tau_i", true, false, true},
        {"tau_c", true, false, true},
        {"drop", true, false, true},
        {"strain", false, false, false},
        {"von_mises", false, false, true},
        {"found", false, true, false}}}};
  return kinds;
}

const TableKind& table_kind(const std::string& name) {
  for (const TableKind& kind : table_kinds())
    if (name == kind.name) return kind;
  throw std::out_of_range("there is no table " + name);
}

std::string table_named(const std::string& stem, const RawTable& table) {
  const TableKind* best = &table_kinds().front();
  std::ptrdiff_t most = -1;
  for (const TableKind& kind : table_kinds()) {
    if (stem == kind.name) return stem;
    const auto shared =
        std::count_if(table.columns.begin(), table.columns.end(),
                      [&](const RawColumn& column) { return kind.find(column.name) != nullptr; });
    if (shared > most) most = shared, best = &kind;
  }
  return best->name;
}

}  // namespace vitrum::imports
