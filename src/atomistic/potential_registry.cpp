#include "atomistic/potential_registry.h"

#include "atomistic/pair_force_field.h"
#include "base/error.h"

namespace vitrum::atomistic {

const std::vector<PotentialInfo>& potentials() {
  static const std::vector<PotentialInfo> known{
      {"lj2d",
       "binary Lennard-Jones glass of paper 1 (Castellanos, Roux, Patinet 2021), reduced units",
       2,
       {"L", "S"},
       {1.0, 1.0}},
  };
  return known;
}

std::vector<std::string> potential_names() {
  std::vector<std::string> names;
  for (const auto& info : potentials()) names.push_back(info.name);
  return names;
}

const PotentialInfo& potential_info(const std::string& name) {
  std::string list;
  for (const auto& info : potentials()) {
    if (info.name == name) return info;
    list += (list.empty() ? "" : ", ") + info.name;
  }
  throw InputError("There is no potential \"" + name + "\". Known potentials: " + list + ".");
}

PairPotentials pair_potentials(const std::string& name) {
  potential_info(name);
  return paper_glass();
}

std::unique_ptr<ForceField> make_force_field(const std::string& name) {
  return std::make_unique<PairForceField>(pair_potentials(name));
}

}  // namespace vitrum::atomistic
