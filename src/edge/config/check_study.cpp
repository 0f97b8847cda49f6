#include "edge/config/check_study.h"

#include <cmath>

#include "edge/config/schema.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

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

// Keys that were given although other settings leave them without effect. Those of a leg, its program knows.
void check_idle_keys(const study::Settings& settings, Findings& findings) {
  study::Settings copy = settings;
  for (const Table& table : describe(copy))
    for (const Key& key : table.keys) {
      const std::string path = table.path + "." + key.name;
      if (!key.idle.empty() && findings.is_given(path))
        findings.inconsistent({path}, path + " is given (it has no effect: " + key.idle + "); leave it out");
    }
}

}  // namespace

void check_study(const study::Settings& settings, Findings& findings) {
  check_idle_keys(settings, findings);
  const bool glass = settings.glass.samples > 0;
  const bool lattice = settings.lattice.samples > 0;
  const bool calibrates = settings.calibrate.search != study::Search::none;
  if (!glass && !lattice && !calibrates && settings.harvest.sets.empty()) {
    const bool said = findings.is_given("glass") || findings.is_given("lattice");
    findings.inconsistent(
        {"glass.samples", "lattice.samples"},
        said ? "glass.samples and lattice.samples are both 0 (nothing would be done); ask for samples of one"
             : "there is neither [glass] nor [lattice] (nothing would be done); add one, with its legs: "
               "'vitrum "
               "new' prints a study to start from");
  }
  if (glass) {
    check_glass(settings.glass, findings);
    check_loading(settings.glass, findings);
    check_probes(settings.glass, findings);
    check_program("glass", settings.glass.program, findings);
  }
  check_calibration(settings, findings);
  check_harvest(settings, findings);
  check_elements(settings, findings);
  if (lattice || calibrates) check_lattice(settings.lattice, findings);
  if (lattice) {
    check_patches(settings.lattice, findings);
    check_program("lattice", settings.lattice.program, findings);
  }
  if (!glass || !lattice || !settings.compare.enabled) return;
  const double from = settings.compare.from;
  check_window("glass", settings.glass.samples, settings.glass.program, from, findings);
  check_window("lattice", settings.lattice.samples, settings.lattice.program, from, findings);
}

}  // namespace vitrum::config
