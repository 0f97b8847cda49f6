#include "rig/back_stress.h"

#include <cmath>

#include "base/error.h"

namespace vitrum::rig {

namespace {

/// Of the last advance, which `seen` events came before; 0 where an event hides it.
double slope_of_advance(const History& history, std::size_t seen) {
  const State &before = history.states[history.states.size() - 2], &last = history.states.back();
  const bool quiet = history.events.size() == seen;
  const double strain = quiet ? last.strain : history.events[seen].strain;
  const double stress = quiet ? last.stress.xy : history.events[seen].stress_before;
  // An event within the first increment after a turn hides what the slope was.
  if (!quiet && std::abs(strain - before.strain) < 1.5 * history.increment) return 0;
  return (stress - before.stress.xy) / (strain - before.strain);
}

std::optional<double> yield_backward(Specimen& specimen, const BackStressSettings& settings) {
  Program program;
  program.increment = settings.increment;
  Leg back;
  back.kind = LegKind::reload_backward;
  back.strain = settings.most_strain;
  program.legs = {back};
  Drive drive(specimen, program, settings.detection);
  double modulus = 0, taken = 0;  // plastic strain is taken / modulus
  std::size_t seen = 0;
  while (!drive.finished()) {
    drive.advance();
    const History& history = drive.history();
    if (modulus == 0) modulus = slope_of_advance(history, seen);
    for (; seen < history.events.size(); ++seen) taken -= history.events[seen].drop();
    if (modulus != 0 && taken >= settings.offset * modulus) return history.states.back().stress.xy;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> back_stress(Specimen& specimen, const BackStressSettings& settings) {
  if (!(settings.offset > 0)) throw InputError("the plastic strain that counts as yielding must be positive");
  const Group here = specimen.snapshot();
  const double stress = specimen.state().stress.xy;
  const std::optional<double> yield = yield_backward(specimen, settings);
  specimen.restore(here);
  if (!yield) return std::nullopt;
  return (stress + *yield) / 2;
}

}  // namespace vitrum::rig
