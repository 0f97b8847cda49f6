#include "study/glass_specimen.h"

#include <array>
#include <utility>
#include <vector>

#include "atomistic/eam_force_field.h"
#include "atomistic/iterative_relaxation.h"
#include "atomistic/metal_relaxation.h"
#include "study/lammps_lines.h"
#include "study/metal_units.h"

namespace vitrum::study {

namespace {

constexpr double least_metal_distance = 1.6;    // in the random start, angstrom
constexpr double least_foreign_distance = 0.6;  // of potentials that nobody knows, reduced units
constexpr double liquid_skin = 1.0;  // of metals, angstrom: atoms of a liquid outrun a list quickly

atomistic::AppliedShear applied_shear(const Glass& glass) {
  atomistic::AppliedShear out;
  if (glass.shear == Shear::pure) out.angle = glass.angle;
  return out;
}

atomistic::PreparationSettings preparation_settings(const Glass& glass, const GlassFormer& former) {
  atomistic::PreparationSettings out;
  out.mixture = former.mixture;
  out.atoms = glass.atoms;
  out.density = glass.density;
  out.melt_temperature = glass.liquid.melt_temperature;
  out.melt_duration = glass.liquid.melt_duration;
  out.cooling_duration = glass.liquid.cooling_duration;
  out.temperature = glass.liquid.temperature;
  out.duration = glass.liquid.duration;
  out.timestep = glass.liquid.timestep;
  out.thermostat_time = glass.liquid.thermostat_time;
  out.drift_limit = glass.liquid.drift_limit;
  if (glass.liquid.quench == Quench::cooling) out.cooling_rate = glass.liquid.cooling_rate;
  out.final_temperature = glass.liquid.final_temperature;
  out.force_tolerance = glass.force_tolerance;
  out.resample = glass.liquid.resample;
  if (glass.liquid.ensemble == Ensemble::constant_pressure) {
    out.pressure = glass.liquid.pressure / (in_metal_units(glass) ? atomistic::gigapascals : 1);
    out.barostat_time = glass.liquid.barostat_time;
  }
  if (in_metal_units(glass)) {
    out.boltzmann = metal_boltzmann;
    out.least_distance = least_metal_distance;
  }
  if (former.foreign && !in_metal_units(glass)) out.least_distance = least_foreign_distance;
  return out;
}

atomistic::RelaxationSettings relaxation_settings(const Glass& glass) {
  atomistic::RelaxationSettings out;
  if (glass.engine == Engine::lammps) out = atomistic::iterative_relaxation_settings();
  if (in_metal_units(glass)) out = atomistic::metal_relaxation_settings();
  out.force_tolerance = glass.force_tolerance;
  out.norm = glass.force_norm;
  return out;
}

/// Of a metal, or of LAMMPS.
std::unique_ptr<atomistic::Material> iterated_material(const GlassFormer& former,
                                                       const atomistic::RelaxationSettings& relaxation) {
  if (former.foreign) return atomistic::foreign_material(former.foreign, relaxation, neighbour_skin);
  return atomistic::metal_material(former.metal, relaxation, neighbour_skin);
}

}  // namespace

atomistic::Preparation glass_preparation(const Glass& glass, const GlassFormer& former, std::uint64_t seed,
                                         std::uint64_t sample) {
  const atomistic::PreparationSettings settings = preparation_settings(glass, former);
  if (!former.metal && !former.foreign) return {settings, former.potentials, seed, sample};
  const double skin = in_metal_units(glass) ? liquid_skin : neighbour_skin;
  return {settings, [former, skin] { return former.force_field(skin); },
          [former, relaxation = relaxation_settings(glass)](atomistic::Configuration& at) {
            return iterated_material(former, relaxation)->quench(at).residual;
          },
          seed, sample};
}

std::unique_ptr<atomistic::AtomisticSpecimen> glass_specimen(const Glass& glass, const GlassFormer& former,
                                                             atomistic::Configuration start) {
  const atomistic::RelaxationSettings relaxation = relaxation_settings(glass);
  if (former.metal || former.foreign)
    return std::make_unique<atomistic::AtomisticSpecimen>(
        std::move(start), iterated_material(former, relaxation), relaxation, applied_shear(glass));
  return std::make_unique<atomistic::AtomisticSpecimen>(std::move(start), former.potentials, relaxation,
                                                        neighbour_skin, applied_shear(glass));
}

void put_sizes(const atomistic::Configuration& glass, bool with_cell, Group& measures) {
  const atomistic::Box& box = glass.box;
  measures.put("atoms", static_cast<double>(glass.atoms()), "1", "of the glass");
  measures.put("volume", box.volume(), box.dimension == 2 ? "sigma^2" : "sigma^3", "of the glass");
  if (!with_cell) return;
  std::vector<double> edges{box.lx, box.ly};
  if (box.dimension == 3) edges.push_back(box.lz);
  measures.put("box", edges, "sigma", "edges of the cell before loading");
  if (box.origin != std::array<double, 3>{})
    measures.put("origin", std::vector<double>(box.origin.begin(), box.origin.begin() + box.dimension),
                 "sigma", "corner of the cell before loading");
  if (box.xy != 0 || box.xz != 0 || box.yz != 0)
    measures.put("tilts", std::vector<double>{box.xy, box.xz, box.yz}, "sigma",
                 "xy, xz, yz of the cell before loading");
}

}  // namespace vitrum::study
