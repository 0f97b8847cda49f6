// [harvest]: what fits together.
#include <algorithm>
#include <set>

#include "base/nearest_name.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"

namespace vitrum::config {

namespace {

std::string advice_on(const std::string& variable) {
  const std::string meant = nearest(variable, study::names_of_variables());
  return meant.empty() ? "; take " + either(study::names_of_variables())
                       : "; did you mean " + quoted(meant) + "?";
}

}  // namespace

void check_harvest(const study::Settings& settings, Findings& findings) {
  const study::Harvest& harvest = settings.harvest;
  if (!harvest.wanted()) return;
  if (harvest.bins.size() != 2)
    findings.inconsistent({"harvest.bins"},
                          "harvest.bins holds " + std::to_string(harvest.bins.size()) +
                              " numbers (there are two axes); write two, of X_1 and of the stress: [20, 20]");
  const bool glass = harvest.own == study::OwnSamples::glass,
             lattice = harvest.own == study::OwnSamples::lattice;
  if ((glass && settings.glass.samples == 0) || (lattice && settings.lattice.samples == 0)) {
    const std::string model = glass ? "glass" : "lattice";
    findings.inconsistent({"harvest.own", model + ".samples"},
                          "harvest.own is " + quoted(model) + " (there are none: " + model +
                              ".samples is 0); ask for some, or name records in [[harvest.set]]");
  }
  for (const std::string& name : harvest.variables)
    if (const auto names = study::names_of_variables();
        std::find(names.begin(), names.end(), name) == names.end())
      findings.inconsistent({"harvest.variables"}, "harvest.variables holds " + quoted(name) +
                                                       " (no variable has this name)" + advice_on(name));
  if (!harvest.program.legs.empty()) check_program("harvest", harvest.program, findings);
  std::set<std::string> labels;
  for (std::size_t i = 0; i < harvest.sets.size(); ++i) {
    const study::HarvestSet& set = harvest.sets[i];
    const std::string path = "harvest.set[" + std::to_string(i + 1) + "]";
    if (set.records.empty())
      findings.inconsistent({path + ".records"},
                            path + ".records is empty (a set needs specimens); name records of loadings");
    if (!labels.insert(set.label).second)
      findings.inconsistent({path + ".label"}, path + ".label is " + quoted(set.label) +
                                                   " (another set has this label); give each its own");
  }
}

void check_elements(const study::Settings& settings, Findings& findings) {
  if (settings.elements.samples == 0) return;
  if (!settings.harvest.wanted())
    findings.inconsistent({"elements.samples"},
                          "elements.samples is " + std::to_string(settings.elements.samples) +
                              " (elements follow a harvested map, and nothing is harvested); name records in "
                              "[[harvest.set]], or set harvest.own");
  check_program("elements", settings.elements.program, findings);
}

}  // namespace vitrum::config
