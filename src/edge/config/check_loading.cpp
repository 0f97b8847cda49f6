// How glasses are sheared and their events located: what fits together.
#include <algorithm>
#include <cmath>

#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/glass_former.h"

namespace vitrum::config {

namespace {

// The largest strain, forward or backward, as far as it is known: unloading ends somewhere on the way back.
double farthest_strain(const rig::Program& program) {
  double present = 0, farthest = 0;
  const auto go_to = [&](double strain) {
    present = strain;
    farthest = std::max(farthest, std::abs(strain));
  };
  for (const rig::Leg& leg : program.legs) {
    if (leg.kind == rig::LegKind::shear) go_to(leg.strain);
    if (leg.kind == rig::LegKind::reload_forward) go_to(present + leg.strain);
    if (leg.kind == rig::LegKind::reload_backward) go_to(present - leg.strain);
    if (leg.kind == rig::LegKind::cycle)
      farthest = std::max({farthest, std::abs(present + leg.strain), std::abs(present - leg.strain)});
  }
  return farthest;
}

void check_resolution(const study::Glass& glass, Findings& findings) {
  const double increment = glass.program.increment;
  if (glass.events.resolution < increment) return;
  findings.inconsistent({"glass.events.resolution", "glass.increment"},
                        "glass.events.resolution is " + short_text(glass.events.resolution) +
                            " (an event is known to lie within its increment of " + short_text(increment) +
                            " anyway); take a smaller one, or leave it out");
}

// Simple shear keeps the height of the cell and the distance of its images; pure shear makes it thin.
void check_thinning(const study::Glass& glass, Findings& findings) {
  const double cutoff = cutoff_of(glass);
  if (cutoff == 0) return;
  const double widths = study::cell_width(glass) / (2 * cutoff);
  const double farthest = farthest_strain(glass.program);
  if (!(widths > 1) || std::exp(-0.5 * farthest) * widths >= 1) return;
  const double most = std::floor(20 * std::log(widths)) / 10;
  findings.inconsistent({"glass.leg", "glass.shear", "glass.atoms", "glass.density", "glass.potential"},
                        "glass.leg strains the glasses by " + short_text(farthest) +
                            " (pure shear then makes the cell thinner than twice the cut-off); go to " +
                            short_text(most) + " at most, or take more atoms");
}

}  // namespace

void check_loading(const study::Glass& glass, Findings& findings) {
  check_resolution(glass, findings);
  if (glass.shear == study::Shear::simple) return;
  if (glass.program.leg_fields)
    findings.inconsistent(
        {"glass.leg_fields", "glass.shear"},
        "glass.leg_fields is true (maps and configurations of strained glasses are those of "
        "simple shear, and glass.shear is \"pure\"); leave it out");
  if (!glass.program.snapshots.empty())
    findings.inconsistent({"glass.snapshots", "glass.shear"},
                          "glass.snapshots is given (maps and configurations of strained glasses are those "
                          "of simple shear, and glass.shear is \"pure\"); leave it out");
  check_thinning(glass, findings);
}

}  // namespace vitrum::config
