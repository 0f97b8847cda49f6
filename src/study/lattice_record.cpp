#include "study/lattice_record.h"

#include "study/setting_line.h"

namespace vitrum::study {

using elastoplastic::Initial;
using elastoplastic::LatticeSettings;

namespace {

template <class Settings, class Use>
void for_all_numbers(Settings& lattice, const Use& use) {
  use("element_length", lattice.element_length);
  use("threshold_shape", lattice.threshold_shape);
  use("threshold_scale", lattice.threshold_scale);
  use("threshold", lattice.threshold);
  use("amplitude_exponent", lattice.amplitude_exponent);
  use("amplitude", lattice.amplitude);
  use("shear_modulus", lattice.shear_modulus);
  use("bulk_modulus", lattice.bulk_modulus);
  use("modulus_shape", lattice.modulus_shape);
  use("pressure_sensitivity", lattice.pressure_sensitivity);
  use("mean_pressure", lattice.mean_pressure);
  use("pressure_deviation", lattice.pressure_deviation);
  use("initial_stress", lattice.initial_stress);
  use("longest_avalanche", lattice.longest_avalanche);
}
template <class Settings, class Use>
void for_all_of_liquid(Settings& lattice, const Use& use) {
  use("temperature", lattice.temperature);
  use("activation_volume", lattice.activation_volume);
  use("liquid_events", lattice.liquid_events);
}
template <class Settings, class Use>
void for_all_counts(Settings& lattice, const Use& use) {
  use("columns", lattice.columns);
  use("rows", lattice.rows);
  use("slip_systems", lattice.slip_systems);
}
template <class Settings, class Use>
void for_all_rules(Settings& lattice, const Use& use) {
  use("slip_angles", lattice.slip_angles);
  use("thresholds", lattice.thresholds);
  use("amplitudes", lattice.amplitudes);
  use("interaction", lattice.interaction);
}

}  // namespace

Group to_group(const LatticeSettings& lattice) {
  Group out;
  for_all_numbers(lattice, [&](const char* name, double value) { out.put(name, value); });
  for_all_of_liquid(lattice, [&](const char* name, double value) { out.put(name, value); });
  for_all_counts(lattice, [&](const char* name, int value) { out.put(name, std::int64_t{value}); });
  for_all_rules(lattice, [&](const char* name, const std::string& value) { out.texts[name] = value; });
  out.put("renewal", std::int64_t{lattice.renewal});
  out.put("mepls", std::int64_t{lattice.mode == elastoplastic::Mode::mepls});
  return out;
}

LatticeSettings lattice_settings_from(const Group& group) {
  LatticeSettings out;
  for_all_numbers(out, [&](const char* name, double& value) { value = group.number(name); });
  for_all_of_liquid(out, [&](const char* name, double& value) { value = group.number(name); });
  for_all_counts(out, [&](const char* name, int& value) { value = static_cast<int>(group.integer(name)); });
  for_all_rules(out, [&](const char* name, std::string& value) { value = group.text(name); });
  out.renewal = group.integer("renewal") != 0;
  out.mode = group.integer("mepls") != 0 ? elastoplastic::Mode::mepls : elastoplastic::Mode::paper;
  return out;
}

std::string text_of(const LatticeSettings& lattice) {
  std::string out;
  const auto line = [&](const char* name, const auto& value) {
    out += setting_line(std::string("lattice.") + name, value);
  };
  for_all_counts(lattice, line);
  for_all_rules(lattice, line);
  for_all_numbers(lattice, line);
  line("mode", lattice.mode == elastoplastic::Mode::mepls ? "mepls" : "paper");
  line("renewal", lattice.renewal);
  line("initial", lattice.initial == Initial::liquid     ? "liquid"
                  : lattice.initial == Initial::stressed ? "stressed"
                                                         : "unstressed");
  if (lattice.initial == Initial::liquid) for_all_of_liquid(lattice, line);
  return out;
}

}  // namespace vitrum::study
