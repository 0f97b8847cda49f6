#include "study/glass_former.h"

#include <algorithm>
#include <cmath>

#include "atomistic/eam_force_field.h"
#include "atomistic/pair_force_field.h"
#include "atomistic/potential_registry.h"
#include "base/error.h"
#include "study/lammps_lines.h"
#include "study/metal_units.h"

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

GlassFormer metal_former(const Glass& glass) {
  if (!glass.metal) throw InputError("the table file " + glass.potential + " was not read");
  atomistic::Mixture mixture{3, {}, {}};
  for (const GlassSpecies& species : glass.species) mixture.fractions.push_back(species.fraction);
  for (const double mass : glass.metal->masses()) mixture.masses.push_back(mass * metal_mass);
  return {atomistic::PairPotentials(1), mixture, glass.metal->elements(), glass.metal};
}

GlassFormer foreign_former(const Glass& glass) {
  if (!glass.foreign) throw InputError("LAMMPS was not begun with the lines of the study");
  const double unit = in_metal_units(glass) ? metal_mass : 1;
  GlassFormer out{atomistic::PairPotentials(1), {glass.dimension, {}, {}}, {}};
  for (const GlassSpecies& species : glass.species) {
    out.species.push_back(species.name);
    out.mixture.masses.push_back(species.mass * unit);
    out.mixture.fractions.push_back(species.fraction);
  }
  out.foreign = glass.foreign;
  return out;
}

}  // namespace

std::unique_ptr<atomistic::ForceField> GlassFormer::force_field(double skin) const {
  if (foreign) return foreign->force_field(skin);
  if (metal) return std::make_unique<atomistic::EamForceField>(metal, skin);
  return std::make_unique<atomistic::PairForceField>(potentials, skin);
}

bool names_a_table(const std::string& potential) {
  return potential.ends_with(".alloy") || potential.ends_with(".fs");
}

Glass metal_glass() {
  Glass glass;
  glass.dimension = 3;
  glass.force_tolerance = 1e-6;
  glass.events.dissipation = 1e-4;
  glass.liquid.melt_duration = 100;
  glass.liquid.cooling_duration = 110;
  glass.liquid.duration = 100;
  glass.liquid.timestep = 0.002;
  glass.liquid.thermostat_time = 0.2;
  glass.liquid.barostat_time = 2;
  glass.liquid.cooling_rate = 10;
  glass.liquid.final_temperature = 100;
  glass.liquid.resample = true;
  return glass;
}

GlassFormer glass_former(const Glass& glass) {
  if (glass.engine == Engine::lammps) return foreign_former(glass);
  if (names_a_table(glass.potential)) return metal_former(glass);
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
