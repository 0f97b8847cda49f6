// [glass], [glass.liquid], [glass.events] and [[glass.leg]].
#include "edge/config/schema.h"

namespace vitrum::config {

namespace {

Table describe(study::Liquid& liquid) {
  Table table{"glass.liquid", "How the liquid is prepared before its instantaneous quench", {}, nullptr};
  table.keys = {
      {"melt_temperature", real_above(liquid.melt_temperature, 0, 100), "eps_SL/k_B",
       "Temperature at which the random start is forgotten"},
      {"melt_duration", real_above(liquid.melt_duration, 0, 1e7), "t_SL", "Time spent there"},
      {"cooling_duration", real(liquid.cooling_duration, 0, 1e8), "t_SL",
       "Time of the cooling from the melt to the temperature below, linear in time"},
      {"temperature", real_above(liquid.temperature, 0, 100), "eps_SL/k_B",
       "Temperature of the equilibrated liquid, from which the glass is quenched"},
      {"duration", real_above(liquid.duration, 0, 1e8), "t_SL", "Time of equilibration at that temperature"},
      {"timestep", real_above(liquid.timestep, 0, 0.02), "t_SL", "Time step of the molecular dynamics"},
      {"thermostat_time", real_above(liquid.thermostat_time, 0, 1000), "t_SL",
       "Relaxation time of the thermostat"},
      {"drift_limit", real_above(liquid.drift_limit, 0, 1000), "standard errors",
       "A liquid whose energy still drifts by more than this is refused"},
  };
  return table;
}

Table describe(rig::Detection& events) {
  Table table{"glass.events", "What counts as a plastic event", {}, nullptr};
  table.keys = {
      {"dissipation", real_above(events.dissipation, 0, 1), "eps_SL",
       "An increment that turns more energy than this to heat holds an event"},
      {"memory", whole(events.memory, 1, 10000), "increments",
       "Quiet increments whose median slope is the elastic tangent"},
  };
  return table;
}

}  // namespace

std::vector<Table> describe(study::Glass& glass) {
  Table table{"glass", "The atomistic samples: the binary glass of paper 1, sec. 2.1", {}, nullptr};
  table.keys = {
      {"samples", whole(glass.samples, 0, 100000), "", "Independent glasses; 0 leaves the atoms out"},
      {"atoms", whole(glass.atoms, 10, 1000000), "", "Atoms in each glass"},
      {"density", real(glass.density, 0.1, 2), "1/sigma_SL^2", "Number density"},
      {"force_tolerance", real(glass.force_tolerance, 1e-11, 1e-3), "eps_SL/sigma_SL",
       "Largest force component that a minimised configuration may keep"},
  };
  add_program_keys(table, glass.program);
  table.keys.push_back({"moduli", Reals{&glass.program.moduli, {-100, 100, false}}, "",
                        "Strains of the first leg at which elastic moduli are measured, beside its start and "
                        "the snapshots"});
  return {table, describe(glass.liquid), describe(glass.events), leg_table("glass", glass.program)};
}

}  // namespace vitrum::config
