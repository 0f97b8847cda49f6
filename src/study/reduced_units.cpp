#include "study/reduced_units.h"

#include <string>

#include "study/record_units.h"

namespace vitrum::study {

namespace {

constexpr std::string_view spelt_out = "epsilon";

std::string reduced(const std::string& unit, const std::string& volume) {
  if (unit == "length") return "sigma";
  if (unit == "length^2") return "sigma^2";
  if (unit == "volume") return volume;
  if (unit == "energy per atom") return "eps";
  if (unit.starts_with(spelt_out)) return "eps" + unit.substr(spelt_out.size());
  return unit;
}

}  // namespace

void name_reduced_units(Group& record, int dimension) {
  const std::string volume = dimension == 2 ? "sigma^2" : "sigma^3";
  for (auto& [name, array] : record.arrays) {
    if (array.unit == "model units")
      array.unit = is_energy(name) ? "eps" : is_stiffness(name) ? "eps/sigma^2" : "eps/" + volume;
    array.unit = reduced(array.unit, volume);
  }
  for (auto& [name, group] : record.groups) name_reduced_units(group, dimension);
}

}  // namespace vitrum::study
