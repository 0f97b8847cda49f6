#include "edge/config/check_study.h"

#include <cmath>

#include "edge/config/text.h"

namespace vitrum::config {

namespace {

// Smallest box of the binary glass: the cut-off 2.5 (paper 1, sec. 2.1) and the skin of the neighbour
// list fit into it twice, also when it is tilted by half its width. In a smaller one an atom would meet
// several images of another, and the sample would mostly interact with itself.
constexpr double cutoff_with_skin = 2.8;
constexpr double thinning_by_tilt = 1.118033988749895;  // sqrt(1 + 0.5^2)
constexpr double least_width = 2 * cutoff_with_skin * thinning_by_tilt;

std::string two_decimals(double value) { return short_text(std::round(value * 100) / 100); }

void check_box(const study::Glass& glass, Findings& findings) {
  const double width = std::sqrt(glass.atoms / glass.density);
  if (width >= least_width) return;
  const auto least_atoms = static_cast<int>(std::ceil(least_width * least_width * glass.density));
  findings.inconsistent({"glass.atoms", "glass.density"},
                        "glass.atoms is " + std::to_string(glass.atoms) + " (at density " +
                            short_text(glass.density) + " the box is " + two_decimals(width) +
                            " sigma_SL wide, and the cut-off needs " + two_decimals(least_width) +
                            "); take at least " + std::to_string(least_atoms));
}

void check_liquid(const study::Liquid& liquid, Findings& findings) {
  const std::string path = "glass.liquid.";
  if (liquid.melt_temperature < liquid.temperature)
    findings.inconsistent({path + "melt_temperature", path + "temperature"},
                          path + "melt_temperature is " + short_text(liquid.melt_temperature) +
                              " (a melt colder than the liquid at " + short_text(liquid.temperature) +
                              " does not forget its random start); raise it");
  const auto check_duration = [&](const std::string& key, double duration) {
    if (duration < liquid.timestep)
      findings.inconsistent({path + key, path + "timestep"},
                            path + key + " is " + short_text(duration) + " (less than one time step, " +
                                short_text(liquid.timestep) + "); make it longer");
  };
  check_duration("melt_duration", liquid.melt_duration);
  check_duration("duration", liquid.duration);
  if (liquid.thermostat_time < 10 * liquid.timestep)
    findings.inconsistent({path + "thermostat_time", path + "timestep"},
                          path + "thermostat_time is " + short_text(liquid.thermostat_time) +
                              " (a thermostat needs at least 10 time steps, " +
                              short_text(10 * liquid.timestep) + ")");
}

void check_slip_systems(const study::Lattice& lattice, Findings& findings) {
  if (lattice.slip_systems % 4 == 0) return;
  const int below = lattice.slip_systems - lattice.slip_systems % 4;
  findings.inconsistent({"lattice.slip_systems"},
                        "lattice.slip_systems is " + std::to_string(lattice.slip_systems) +
                            " (they come in fours that share an angle); take " + std::to_string(below) +
                            " or " + std::to_string(below + 4));
}

void check_window(const std::string& model, int samples, const rig::Program& program, double from,
                  Findings& findings) {
  if (samples < 2)
    findings.inconsistent({model + ".samples"},
                          model + ".samples is " + std::to_string(samples) +
                              " (the comparison takes its errors from at least 2 of each model); take 2 "
                              "or more, or set compare.enabled = false");
  if (program.legs.empty()) return;
  const rig::Leg& leg = program.legs.front();
  const std::string path = model + ".leg[1]";
  const bool forward =
      (leg.kind == rig::LegKind::shear && leg.strain > 0) || leg.kind == rig::LegKind::reload_forward;
  if (!forward)
    return findings.inconsistent({path + ".kind", path + ".strain"},
                                 path +
                                     " is not a shear in the positive direction (the comparison looks "
                                     "at the first leg); put one first, or set compare.enabled = false");
  if (from < leg.strain) return;
  std::vector<std::string> involved{"compare.from", path + ".strain", path + ".kind"};
  if (!findings.is_given("compare.from")) std::swap(involved[0], involved[1]);  // point at what is there
  findings.inconsistent(involved, "compare.from is " + short_text(from) + " (the " + model +
                                      " is sheared only to " + short_text(leg.strain) + ", by " + path +
                                      ".strain); begin earlier or shear further");
}

}  // namespace

void check_study(const study::Settings& settings, Findings& findings) {
  const bool glass = settings.glass.samples > 0;
  const bool lattice = settings.lattice.samples > 0;
  if (!glass && !lattice)
    findings.inconsistent({"glass.samples", "lattice.samples"},
                          "glass.samples and lattice.samples are both 0 (nothing would be done)");
  if (glass) {
    check_box(settings.glass, findings);
    check_liquid(settings.glass.liquid, findings);
    check_program("glass", settings.glass.program, findings);
  }
  if (lattice) {
    check_slip_systems(settings.lattice, findings);
    check_program("lattice", settings.lattice.program, findings);
  }
  if (!glass || !lattice || !settings.compare.enabled) return;
  const double from = settings.compare.from;
  check_window("glass", settings.glass.samples, settings.glass.program, from, findings);
  check_window("lattice", settings.lattice.samples, settings.lattice.program, from, findings);
}

}  // namespace vitrum::config
