#include "study/metal_units.h"

#include <array>
#include <string>
#include <utility>
#include <variant>

#include "atomistic/eam_force_field.h"
#include "study/record_units.h"

namespace vitrum::study {

namespace {

constexpr const char* stress_unit = "eV/A^3";

constexpr std::array<std::pair<const char*, const char*>, 18> names{{{"epsilon", "eV"},
                                                                     {"eps", "eV"},
                                                                     {"epsilon/sigma", "eV/A"},
                                                                     {"eps/sigma", "eV/A"},
                                                                     {"eps/sigma^2", "GPa"},
                                                                     {"epsilon/k_B", "K"},
                                                                     {"eps/k_B", "K"},
                                                                     {"epsilon/(k_B t0)", "K/ps"},
                                                                     {"eps/(k_B t0)", "K/ps"},
                                                                     {"t0", "ps"},
                                                                     {"sigma", "A"},
                                                                     {"sigma^3", "A^3"},
                                                                     {"1/sigma^3", "1/A^3"},
                                                                     {"epsilon/sigma^3", stress_unit},
                                                                     {"eps/sigma^3", "GPa"},
                                                                     {"length", "A"},
                                                                     {"volume", "A^3"},
                                                                     {"energy per atom", "eV"}}};

std::string named(const std::string& unit) {
  if (unit == "length^2") return "A^2";
  for (const auto& [from, to] : names)
    if (unit == from) return to;
  return unit;
}

std::string unit_of(const std::string& name) {
  if (is_stiffness(name)) return "eV/A^2";
  return is_energy(name) ? "eV" : stress_unit;
}

}  // namespace

void name_metal_units(Group& record) {
  for (auto& [name, array] : record.arrays) {
    if (array.unit == "model units") array.unit = unit_of(name);
    array.unit = named(array.unit);
  }
  for (auto& [name, group] : record.groups) name_metal_units(group);
}

void name_metal_units(std::vector<QuantityTable>& tables) {
  for (QuantityTable& table : tables)
    for (Quantity& row : table.rows) {
      if (!row.key.starts_with("glass.")) continue;
      row.unit = row.key.ends_with("lowest_eigenvalue") ? "eV/A^2" : named(row.unit);
      row.note = row.note.substr(0, row.note.find("; paper 1"));  // which is about its own glass
    }
}

void show_gigapascals(Group& record) {
  for (auto& [name, array] : record.arrays) {
    if (is_stiffness(name)) array.unit = "eV/A^2";  // records of earlier versions say otherwise
    if (array.unit != stress_unit) continue;
    array.unit = "GPa";
    if (auto* values = std::get_if<std::vector<double>>(&array.values))
      for (double& v : *values) v *= atomistic::gigapascals;
  }
  for (auto& [name, group] : record.groups) show_gigapascals(group);
}

}  // namespace vitrum::study
