// [lattice] and [[lattice.leg]].
#include <algorithm>
#include <initializer_list>

#include "edge/config/schema.h"
#include "elastoplastic/rules.h"

namespace vitrum::config {

namespace {

using elastoplastic::Initial;
using elastoplastic::LatticeSettings;

constexpr const char* stress_unit = "eps_SL/sigma_SL^2";

template <class Rules>
std::vector<std::string> names_of(const Rules& rules) {
  std::vector<std::string> names;
  for (const auto& rule : rules) names.push_back(rule.name);
  return names;
}

// "How thresholds are drawn; weibull: ...; fixed: ...".
template <class Rules>
std::string help_of(const std::string& what, const Rules& rules) {
  std::string help = what;
  for (const auto& rule : rules) help += "; " + rule.name + ": " + rule.description;
  return help;
}

void add_elements(Table& table, LatticeSettings& model) {
  const std::vector<Key> keys{
      {"columns", whole(model.columns, 2, 1024), "", "Elements along x"},
      {"rows", whole(model.rows, 2, 1024), "", "Elements along y"},
      {"mode", choice(model.mode, {"paper", "mepls"}), "",
       "Where the text of paper 1 and its author's code (mepls) differ: whose rules hold"},
      {"element_length", real_above(model.element_length, 0, 10000), "sigma_SL",
       "Edge of an element, l of paper 1"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
}

void add_slip(Table& table, LatticeSettings& model) {
  const auto& angles = elastoplastic::slip_angle_rules();
  const auto& thresholds = elastoplastic::threshold_laws();
  const auto& amplitudes = elastoplastic::amplitude_laws();
  const std::vector<Key> keys{
      {"slip_angles", choice(model.slip_angles, names_of(angles)), "",
       help_of("Directions of the slip systems of an element", angles)},
      {"slip_systems", whole(model.slip_systems, 4, 4096), "",
       "Slip systems of an element at random angles, N of paper 1, a multiple of 4"},
      {"renewal", Flag{&model.renewal}, "",
       "Whether an element that slips gets new slip systems: angles and thresholds"},
      {"thresholds", choice(model.thresholds, names_of(thresholds)), "",
       help_of("Slip thresholds", thresholds)},
      {"threshold_shape", real(model.threshold_shape, 0.1, 100), "",
       "Shape k of the Weibull distribution of slip thresholds (paper 1, eq. 5)"},
      {"threshold_scale", real_above(model.threshold_scale, 0, 10000), stress_unit,
       "Scale lambda of the Weibull distribution of slip thresholds (paper 1, eq. 5)"},
      {"threshold", real_above(model.threshold, 0, 10000), stress_unit, "Of all slip systems, when fixed"},
      {"amplitudes", choice(model.amplitudes, names_of(amplitudes)), "",
       help_of("How far a slip goes", amplitudes)},
      {"amplitude_exponent", real_above(model.amplitude_exponent, 0, 1000), "",
       "Exponent chi of the distribution of slip amplitudes (paper 1, eq. 7)"},
      {"amplitude", real_above(model.amplitude, 0, 10), "", "Plastic strain of every slip, when fixed"},
      {"longest_avalanche", real(model.longest_avalanche, 1, 1e9), "",
       "Slips per element at which an avalanche is taken to be endless, an error; in mode mepls 10"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
}

void add_elasticity(Table& table, LatticeSettings& model) {
  const auto& interactions = elastoplastic::interactions();
  const std::vector<Key> keys{
      {"interaction", choice(model.interaction, names_of(interactions)), "",
       help_of("Stress that a slip causes in other elements", interactions)},
      {"shear_modulus", real_above(model.shear_modulus, 0, 1e6), stress_unit,
       "Shear modulus G; its mean where elements differ"},
      {"bulk_modulus", real_above(model.bulk_modulus, 0, 1e6), stress_unit, "Two-dimensional bulk modulus B"},
      {"modulus_shape", real(model.modulus_shape, 0.1, 1000), "",
       "Shape k_G of the Weibull distribution of shear moduli (paper 1, A.8.1)"},
      {"pressure_sensitivity", real(model.pressure_sensitivity, 0, 100), "",
       "How much a unit of pressure raises thresholds, alpha of paper 1, A.8.2; 0: not at all"},
      {"mean_pressure", real(model.mean_pressure, -1e6, 1e6), stress_unit,
       "Pressure that lattices begin with, <p> of paper 1, A.8.2"},
      {"pressure_deviation", real(model.pressure_deviation, 0, 1e6), stress_unit,
       "Standard deviation of that pressure from sample to sample"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
}

void add_beginning(Table& table, LatticeSettings& model) {
  const std::vector<Key> keys{
      {"initial", choice(model.initial, {"unstressed", "liquid", "stressed"}), "",
       "State that loading begins in; unstressed: random slip systems, no stress; liquid: quenched from a "
       "parent liquid that flows by thermal activation (paper 1, A.3); stressed: random slip systems under a "
       "random stress in balance"},
      {"temperature", real_above(model.temperature, 0, 1e6), "eps_SL/k_B",
       "Temperature of the parent liquid"},
      {"activation_volume", real_above(model.activation_volume, 0, 1e6), "sigma_SL^2",
       "V_a of thermal activation (paper 1, eq. 11), of the parent liquid and of creep"},
      {"liquid_events", real(model.liquid_events, 0, 1e6), "",
       "Thermally activated events of the parent liquid per element; 0: until all but one element in a "
       "hundred have slipped, or, in mode mepls, 1100 in all"},
      {"initial_stress", real_above(model.initial_stress, 0, 1e6), stress_unit,
       "Mean von Mises stress of a stressed beginning, before it relaxes"},
  };
  table.keys.insert(table.keys.end(), keys.begin(), keys.end());
}

void set_idle(Table& table, std::initializer_list<const char*> names, const std::string& why) {
  for (Key& key : table.keys)
    if (key.idle.empty() && std::find(names.begin(), names.end(), key.name) != names.end()) key.idle = why;
}

void set_idle(Table& table, const study::Lattice& lattice) {
  const LatticeSettings& model = lattice.model;
  const auto& legs = lattice.program.legs;
  const bool creeps = std::any_of(legs.begin(), legs.end(),
                                  [](const rig::Leg& leg) { return leg.kind == rig::LegKind::creep; });
  const bool fixed_thresholds = model.thresholds == "fixed", fixed_angles = model.slip_angles == "fixed";
  if (fixed_angles) set_idle(table, {"slip_systems"}, "lattice.slip_angles is \"fixed\": elements have two");
  if (fixed_angles && fixed_thresholds)
    set_idle(table, {"renewal"}, "lattice.slip_angles and lattice.thresholds are \"fixed\"");
  if (fixed_thresholds)
    set_idle(table, {"threshold_shape", "threshold_scale"}, "lattice.thresholds is \"fixed\"");
  if (!fixed_thresholds) set_idle(table, {"threshold"}, "lattice.thresholds is not \"fixed\"");
  if (model.amplitudes == "fixed")
    set_idle(table, {"amplitude_exponent"}, "lattice.amplitudes is \"fixed\"");
  else
    set_idle(table, {"amplitude"}, "lattice.amplitudes is not \"fixed\"");
  if (model.interaction != "heterogeneous")
    set_idle(table, {"modulus_shape"}, "all elements have the same moduli");
  if (!model.has_pressure())
    set_idle(table, {"mean_pressure", "pressure_deviation"}, "lattice.pressure_sensitivity is 0");
  if (model.initial != Initial::liquid)
    set_idle(table, {"temperature", "liquid_events"}, "lattice.initial is not \"liquid\"");
  if (model.initial != Initial::liquid && !creeps)
    set_idle(table, {"activation_volume"}, "lattice.initial is not \"liquid\", and no leg is creep");
  if (model.initial != Initial::stressed)
    set_idle(table, {"initial_stress"}, "lattice.initial is not \"stressed\"");
}

}  // namespace

std::vector<Table> describe(study::Lattice& lattice) {
  Table table{"lattice", "The elasto-plastic lattices of paper 1, sec. 3", {}, nullptr};
  table.keys = {
      {"samples", whole(lattice.samples, 0, 1000000), "",
       "Independent lattices; 0 leaves the elasto-plastic model out, as a study without [lattice] does"}};
  add_elements(table, lattice.model);
  add_slip(table, lattice.model);
  add_elasticity(table, lattice.model);
  add_beginning(table, lattice.model);
  add_program_keys(table, lattice.program);
  table.keys.push_back(
      {"unload_end", choice(lattice.program.unload_end, {"exact", "overshoot"}), "",
       "Where an unloading leg ends: at zero stress, or at the first instability past it (as mepls does)"});
  table.keys.push_back({"avalanche_sites", Flag{&lattice.program.sites}, "",
                        "Whether to keep which elements slipped in every event"});
  table.keys.push_back(
      {"fields_of", whole(lattice.fields_of, 0, 1000000), "samples",
       "Lattices of which fields are kept, from the first one on: at snapshots, at the end of "
       "legs and of the largest event"});
  set_idle(table, lattice);
  return {table, describe_patches(lattice), leg_table("lattice", lattice.program)};
}

}  // namespace vitrum::config
