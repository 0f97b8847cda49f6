#include "atomistic/evaluate.h"

#include <algorithm>
#include <cmath>

#include "atomistic/potential_registry.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

std::string evident_potential(const Configuration& configuration, std::size_t species) {
  if (configuration.box.dimension == 2 && species == 2) return "lj2d";
  throw InputError("no potential is named, and a configuration of " +
                   std::to_string(configuration.box.dimension) + " dimensions and " +
                   std::to_string(species) +
                   " species does not tell (two dimensions and two species would be the glass of paper 1); "
                   "name one of: " +
                   joined(potential_names()));
}

}  // namespace

Known recognise(const Configuration& configuration, const std::string& potential,
                const std::vector<std::string>& species_names) {
  const auto& species = configuration.species;
  if (species.empty()) throw InputError("there are no atoms to evaluate; give a configuration with atoms");
  const auto [least, most] = std::minmax_element(species.begin(), species.end());
  const std::size_t used = static_cast<std::size_t>(std::max(*most, 0)) + 1;
  if (*least < 0 || (!species_names.empty() && used > species_names.size())) {
    throw InputError("species are numbered " + std::to_string(*least) + " to " + std::to_string(*most) +
                     ", but there are names for " + std::to_string(species_names.size()) +
                     "; number them from 0 and name each");
  }
  const std::size_t count = std::max(used, species_names.size());
  const PotentialInfo& info =
      potential_info(potential.empty() ? evident_potential(configuration, count) : potential);
  if (info.dimension != 0 && info.dimension != configuration.box.dimension) {
    throw InputError("the potential " + info.name + " is made for " + std::to_string(info.dimension) +
                     " dimensions, the configuration has " + std::to_string(configuration.box.dimension) +
                     " (it has two when all atoms have the same z); choose another potential");
  }
  Known known{info.name, configuration};
  if (!species_names.empty()) {
    const auto numbers = species_numbers(species_names, info.name, info.species);
    for (int& s : known.configuration.species) s = numbers[static_cast<std::size_t>(s)];
  }
  return known;
}

Evaluated evaluate(const Configuration& configuration, const std::string& potential,
                   const std::vector<std::string>& species_names) {
  const auto [name, known] = recognise(configuration, potential, species_names);
  return evaluate(*make_force_field(name), known, name);
}

Evaluated evaluate(ForceField& force_field, const Configuration& configuration,
                   const std::string& potential) {
  if (configuration.species.empty())
    throw InputError("there are no atoms to evaluate; give a configuration with atoms");
  std::vector<double> forces;
  const Evaluation found = force_field.evaluate(configuration, forces);
  Evaluated result;
  result.potential = potential;
  result.energy = found.energy;
  result.atoms = static_cast<std::int64_t>(configuration.atoms());
  result.energy_per_atom = found.energy / static_cast<double>(result.atoms);
  result.stress = found.stress;
  result.pairs = found.pairs;
  result.dimension = configuration.box.dimension;
  for (const double f : forces) result.max_force = std::max(result.max_force, std::abs(f));
  return result;
}

}  // namespace vitrum::atomistic
