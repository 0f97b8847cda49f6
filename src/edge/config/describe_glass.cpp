// [glass], [[glass.species]], [[glass.pair]], [glass.liquid], [glass.events] and [[glass.leg]].
#include "atomistic/potential_registry.h"
#include "edge/config/schema.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

Table describe(study::Liquid& liquid) {
  Table table{"glass.liquid", "How the liquid is prepared and becomes a glass", {}, nullptr};
  table.keys = {
      {"melt_temperature", real_above(liquid.melt_temperature, 0, 10000), "eps_SL/k_B",
       "Temperature at which the random start is forgotten"},
      {"melt_duration", real_above(liquid.melt_duration, 0, 1e7), "t_SL", "Time spent there"},
      {"cooling_duration", real(liquid.cooling_duration, 0, 1e8), "t_SL",
       "Time of the cooling from the melt to the temperature below, linear in time"},
      {"temperature", real_above(liquid.temperature, 0, 10000), "eps_SL/k_B",
       "Temperature of the equilibrated liquid, from which the glass is quenched"},
      {"duration", real_above(liquid.duration, 0, 1e8), "t_SL", "Time of equilibration at that temperature"},
      {"timestep", real_above(liquid.timestep, 0, 0.02), "t_SL", "Time step of the molecular dynamics"},
      {"thermostat_time", real_above(liquid.thermostat_time, 0, 1000), "t_SL",
       "Relaxation time of the thermostat"},
      {"drift_limit", real_above(liquid.drift_limit, 0, 1000), "standard errors",
       "A liquid whose energy still drifts by more than this is refused; 1000 accepts any"},
      {"quench", choice(liquid.quench, {"instantaneous", "cooling"}), "",
       "Velocities dropped at once, or after a cooling at constant rate; then forces are minimised"},
      {"cooling_rate", real_above(liquid.cooling_rate, 0, 1e6), "eps_SL/(k_B t_SL)",
       "Rate of that cooling, from the temperature of the liquid, linear in time"},
      {"final_temperature", real_above(liquid.final_temperature, 0, 10000), "eps_SL/k_B",
       "Temperature at which that cooling ends"},
      {"resample", Flag{&liquid.resample}, "",
       "New velocities when the temperature of the liquid is reached, so that samples part (paper 2)"},
      {"ensemble", choice(liquid.ensemble, {"constant volume", "constant pressure"}), "",
       "What is kept from the cooling of the melt on; the melt has the volume of glass.density"},
      {"pressure", real(liquid.pressure, -1000, 1000), "eps_SL/sigma_SL^2",
       "At constant pressure; metals: GPa"},
      {"barostat_time", real_above(liquid.barostat_time, 0, 10000), "t_SL",
       "Time in which the cell then follows the pressure"},
  };
  if (liquid.ensemble == study::Ensemble::constant_volume)
    for (Key& key : table.keys)
      if (key.name == "pressure" || key.name == "barostat_time") key.idle = "the volume is constant";
  if (liquid.quench == study::Quench::instantaneous)
    for (Key& key : table.keys)
      if (key.name == "cooling_rate" || key.name == "final_temperature")
        key.idle = "the quench is instantaneous";
  return table;
}

std::vector<std::string> potential_choices() {
  std::vector<std::string> out = atomistic::potential_names();
  out.push_back(study::custom_potential);
  return out;
}

std::string potential_help() {
  std::string out = "How the atoms interact; ";
  for (const auto& info : atomistic::potentials()) out += info.name + ": " + info.description + "; ";
  return out +
         "custom: Lennard-Jones pairs of your own, [[glass.species]] and [[glass.pair]]; or an embedded-atom "
         "table of metals (LAMMPS' eam/alloy or eam/fs), looked for beside the study, where the program is "
         "started, and where LAMMPS has its own";
}

Member potential_choice(study::Glass& glass) {
  Member member = choice(glass.potential, potential_choices());
  auto& names = std::get<Choice>(member);
  names.other = &glass.potential;
  names.is_other = study::names_a_table;
  names.others = "a table file that ends in .alloy or .fs; other potentials of LAMMPS: engine = \"lammps\"";
  return member;
}

Table describe(rig::Detection& events) {
  Table table{"glass.events", "What counts as a plastic event", {}, nullptr};
  table.keys = {
      {"dissipation", real_above(events.dissipation, 0, 1), "eps_SL",
       "An increment that turns more energy than this to heat holds an event"},
      {"memory", whole(events.memory, 1, 10000), "increments",
       "Quiet increments whose median slope is the elastic tangent"},
      {"resolution", real(events.resolution, 0, 0.1), "",
       "Strain to which the critical strain of every event is located, which is then gone through there; 0: "
       "an event lies somewhere in its increment. Increments with events take several times as long; below "
       "1e-9 rounding decides"},
  };
  return table;
}

}  // namespace

Table describe(study::GlassSpecies& species, const std::string& path) {
  Table table{path, "", {}, nullptr};
  table.keys = {
      {"name", Text{&species.name}, "", "Its name, as in the files that are read"},
      {"mass", real_above(species.mass, 0, 1e6), "m",
       "Mass of an atom, 1 when left out; metals have that of their table; in metal units g/mol"},
      {"fraction", real_above(species.fraction, 0, 1e9), "",
       "Share of the atoms; the sum over all species counts as the whole"},
  };
  return table;
}

Table describe(study::GlassPair& pair, const std::string& path) {
  Table table{path, "", {}, nullptr};
  table.keys = {
      {"species", Texts{&pair.species}, "", "Two names of species, or twice the same"},
      {"epsilon", real(pair.epsilon, 0, 1e6), "eps", "Depth of 4 epsilon ((sigma/r)^12 - (sigma/r)^6)"},
      {"sigma", real_above(pair.sigma, 0, 1e3), "sigma", "Its length"},
      {"inner", real_above(pair.inner, 0, 1e3), "sigma",
       "Distance from which a polynomial takes energy, force and stiffness smoothly to zero; left out, the "
       "pair is cut off and shifted at `outer`, where its force jumps"},
      {"outer", real_above(pair.outer, 0, 1e3), "sigma", "Distance beyond which the pair does not interact"},
  };
  return table;
}

std::vector<Table> describe(study::Glass& glass) {
  Table table{
      "glass", "The atomistic samples: by default the binary glass of paper 1, sec. 2.1", {}, nullptr};
  table.keys = {
      {"samples", whole(glass.samples, 0, 100000), "",
       "Independent glasses; 0 leaves the atoms out, as a study without [glass] does"},
      {"engine", choice(glass.engine, {"vitrum", "lammps"}), "",
       "Who computes the forces: this program, or LAMMPS, any potential that it has "
       "(docs/methods/lammps_engine.md)"},
      {"lammps", Texts{&glass.lammps}, "",
       "The lines that say so to LAMMPS: pair_style, pair_coeff, and where needed units (lj or metal), "
       "pair_modify, neigh_modify; types are the species of [[glass.species]], in their order"},
      {"together", Flag{&glass.together}, "",
       "The processes of an mpirun compute the forces of one sample together, not each those of its own: for "
       "samples that outgrow one machine"},
      {"potential", potential_choice(glass), "", potential_help()},
      {"dimension", whole(glass.dimension, 2, 3), "",
       "Of space; needed for a custom potential and for LAMMPS only, the others have theirs"},
      {"atoms", whole(glass.atoms, 10, 1000000), "", "Atoms in each glass"},
      {"density", real(glass.density, 0.01, 10), "1/sigma_SL^2",
       "Number density; left out, that which the potential was made for"},
      {"force_tolerance", real(glass.force_tolerance, 1e-11, 1e-3), "eps_SL/sigma_SL",
       "Size of the forces that a minimised configuration may keep, in the norm below"},
      {"force_norm", choice(glass.force_norm, {"largest", "2-norm"}), "",
       "largest: the largest component of the force on any atom; 2-norm: root of the sum of squares over all "
       "components of all atoms, as in LAMMPS and paper 2 (metals only)"},
  };
  for (Key& key : table.keys) {
    const bool lammps = glass.engine == study::Engine::lammps;
    if (!lammps && (key.name == "lammps" || key.name == "together")) key.idle = "glass.engine is \"vitrum\"";
    if (lammps && key.name == "potential") key.idle = "the potential is that of glass.lammps";
  }
  table.keys.push_back(
      {"from", Texts{&glass.from}, "",
       "Glasses to start from instead of preparing them: folders of results, their glass-*.h5 "
       "files, LAMMPS data or dump files or extended XYZ, compressed by gzip or not; sample n takes the n-th "
       "glass"});
  table.keys.push_back(
      {"orientations", whole(glass.orientations, 1, 6), "",
       "Samples that are made of each of them, by turning it: the planes of shear xy, xz, yz, then the same "
       "backward; two dimensions: xy, then backward. Sample n takes glass n / orientations"});
  if (glass.from.empty()) table.keys.back().idle = "only glasses of glass.from are turned";
  table.keys.push_back({"shear", choice(glass.shear, {"simple", "pure"}), "",
                        "simple: x -> x + gamma y; pure: along `angle`, without rotation of its axes, at "
                        "constant volume, the stress then being that along the angle"});
  table.keys.push_back({"angle", Real{&glass.angle, {-180, 180, false}}, "degree",
                        "Direction of pure shear: 0 has the sense of simple shear, 90 the backward one; the "
                        "glass is stretched along angle + 45 degrees"});
  if (glass.shear == study::Shear::simple) table.keys.back().idle = "glass.shear is \"simple\"";
  add_program_keys(table, glass.program);
  table.keys.push_back({"moduli", Reals{&glass.program.moduli, {-100, 100, false}}, "",
                        "Strains of the first leg at which elastic moduli are measured, beside its start and "
                        "the snapshots"});
  rig::Program& program = glass.program;
  table.keys.push_back({"measure_every", real(program.measure_every, 0, 100), "",
                        "Strain between measurements of the following along the first leg; 0: none"});
  table.keys.push_back(
      {"measure_stability", Flag{&program.measure_stability}, "",
       "Whether to measure the square of the Hessian's lowest eigenvalue, which falls to zero towards "
       "the next event"});
  table.keys.push_back(
      {"measure_back_stress", Flag{&program.measure_back_stress}, "",
       "Whether to measure the back stress: half the sum of the stress and of that at which a copy of "
       "the glass, sheared back, has yielded by 1 %"});
  if (program.measure_every == 0)
    for (std::size_t i = table.keys.size() - 2; i < table.keys.size(); ++i)
      table.keys[i].idle = "glass.measure_every is 0";
  Table liquid = describe(glass.liquid);
  if (!glass.from.empty())
    for (Key& key : liquid.keys) key.idle = "the glasses are read from glass.from, no liquid is prepared";
  const Table species{"glass.species",
                      "One species of the mixture, in the order of the potential; left out, the mixture that "
                      "the potential was made for",
                      {},
                      items_of(glass.species, "species")};
  const Table pair{"glass.pair",
                   "How two species interact, for potential = \"custom\": every pair of species once",
                   {},
                   items_of(glass.pairs, "pair of species")};
  return {table,
          species,
          pair,
          liquid,
          describe(glass.events),
          describe_probes(glass),
          leg_table("glass", glass.program)};
}

}  // namespace vitrum::config
