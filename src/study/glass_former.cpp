#include "study/glass_former.h"

#include <algorithm>
#include <cmath>

#include "atomistic/potential_registry.h"
#include "base/error.h"

namespace vitrum::study {

namespace {

int number_of(const std::string& name, const std::vector<std::string>& names) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    throw InputError("a pair names the species \"" + name +
                     "\", which the mixture does not have; list it among the species");
  return static_cast<int>(found - names.begin());
}

atomistic::PairPotentials custom_pairs(const Glass& glass, const std::vector<std::string>& names) {
  atomistic::PairPotentials out(static_cast<int>(names.size()));
  for (const GlassPair& pair : glass.pairs) {
    if (pair.species.size() != 2)
      throw InputError("a pair names " + std::to_string(pair.species.size()) + " species; give it two names");
    const double inner = pair.inner > 0 ? pair.inner : pair.outer;
    out.set(number_of(pair.species[0], names), number_of(pair.species[1], names),
            {pair.epsilon, pair.sigma, inner, pair.outer});
  }
  return out;
}

}  // namespace

GlassFormer glass_former(const Glass& glass) {
  atomistic::Mixture mixture{glass.dimension, {}, {}};
  std::vector<std::string> names;
  for (const GlassSpecies& species : glass.species) {
    names.push_back(species.name);
    mixture.masses.push_back(species.mass);
    mixture.fractions.push_back(species.fraction);
  }
  if (glass.potential == custom_potential) return {custom_pairs(glass, names), mixture, names};
  const atomistic::PotentialInfo& info = atomistic::potential_info(glass.potential);
  const auto potentials = atomistic::pair_potentials(glass.potential);
  if (names.empty()) return {potentials, atomistic::usual_mixture(glass.potential), info.species};
  if (names != info.species)
    throw InputError("the species of the mixture are not those of the potential " + glass.potential);
  mixture.dimension = info.dimension;
  return {potentials, mixture, names};
}

double cell_width(const Glass& glass) { return std::pow(glass.atoms / glass.density, 1.0 / glass.dimension); }

}  // namespace vitrum::study
