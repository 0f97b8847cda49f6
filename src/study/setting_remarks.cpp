#include "study/setting_remarks.h"

#include "study/with_numbers.h"

namespace vitrum::study {

namespace {

// Paper 1, sec. 2.1: its liquid is held at 0.351, which is 1.13 T_g.
constexpr double glass_transition = 0.31;
// On branches that bend as those of Lennard-Jones glasses do; both papers take 1e-4 or less.
constexpr double large_increment = 5e-4;

void add_cold_liquid(const Glass& glass, std::vector<std::string>& out) {
  const bool is_made = glass.from.empty() && glass.engine == Engine::vitrum && glass.potential == "lj2d";
  if (!is_made || glass.liquid.temperature >= glass_transition) return;
  out.push_back(with_numbers(
      "Cold liquid: glass.liquid.temperature is %g, below the glass transition of lj2d at about %g: the "
      "liquid "
      "does not come to equilibrium within any time that can be simulated. Hold it at 0.351 as paper 1 does, "
      "or cool it from there at a rate (glass.liquid.quench = \"cooling\").",
      glass.liquid.temperature, glass_transition));
}

void add_large_increment(const Glass& glass, std::vector<std::string>& out) {
  if (glass.engine != Engine::vitrum || glass.program.increment <= large_increment) return;
  out.push_back(with_numbers(
      "Large increments: glass.increment is %g. The work over one increment is taken as that under a "
      "straight "
      "line; over more than about %g of a bent branch that is wrong by more than the heat of a small event, "
      "so "
      "that increments without an event count as events, and stress drops are wrong. Take 1e-4, as paper 1 "
      "does.",
      glass.program.increment, large_increment));
}

void add_no_window(const char* model, const rig::Program& program, double from,
                   std::vector<std::string>& out) {
  if (program.legs.empty()) return;
  const rig::Leg& leg = program.legs.front();
  const bool forward =
      leg.kind == rig::LegKind::reload_forward || (leg.kind == rig::LegKind::shear && leg.strain > 0);
  if (forward && from >= leg.strain)
    out.push_back(with_numbers(
        "No averages of flow: compare.from is %g, but the first leg of the %s ends at %g. Let it "
        "begin earlier, or shear further.",
        from, model, leg.strain));
  if (leg.kind == rig::LegKind::shear && leg.strain < 0)
    out.push_back(with_numbers(
        "No averages of flow: the first leg of the %s goes to %g. They are made of first legs in "
        "the positive direction; samples that were not sheared before have no preferred one.",
        model, leg.strain));
}

}  // namespace

std::vector<std::string> setting_remarks(const Settings& settings) {
  std::vector<std::string> out;
  if (settings.glass.samples > 0) {
    add_cold_liquid(settings.glass, out);
    add_large_increment(settings.glass, out);
    add_no_window("glass", settings.glass.program, settings.compare.from, out);
  }
  if (settings.lattice.samples > 0)
    add_no_window("lattice", settings.lattice.program, settings.compare.from, out);
  return out;
}

}  // namespace vitrum::study
