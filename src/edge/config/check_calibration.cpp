// [calibrate]: what fits together.
#include <algorithm>
#include <set>

#include "base/nearest_name.h"
#include "edge/config/check_study.h"
#include "edge/config/text.h"
#include "study/variants.h"

namespace vitrum::config {

namespace {

std::string did_you_mean(const std::string& name, const std::vector<std::string>& known) {
  // One letter is near to any other.
  const std::string meant = name.size() > 1 ? nearest(name, known) : "";
  return meant.empty() ? "; take some of them" : "; did you mean " + quoted(meant) + "?";
}

void check_variants(const std::vector<std::string>& variants, Findings& findings) {
  const std::string key = "calibrate.variants";
  if (variants.empty())
    findings.inconsistent({key}, key + " is empty (nothing would be calibrated); name one, \"C\"");
  const std::vector<std::string> known = study::variant_names();
  std::set<std::string> seen;
  for (const std::string& variant : variants) {
    if (std::find(known.begin(), known.end(), variant) == known.end())
      findings.inconsistent({key}, key + " names " + quoted(variant) +
                                       " (models are the letters A to I of paper 1, fig. 6, and \"own\")" +
                                       did_you_mean(variant, known));
    else if (!seen.insert(variant).second)
      findings.inconsistent({key}, key + " names " + quoted(variant) + " twice; leave one of them out");
  }
}

/// The lattices of the study are sheared with what was found for their own element length.
void check_element_lengths(const study::Settings& settings, Findings& findings) {
  const std::vector<double>& lengths = settings.calibrate.element_lengths;
  const double own = settings.lattice.model.element_length;
  if (settings.lattice.samples == 0 || lengths.empty() ||
      std::find(lengths.begin(), lengths.end(), own) != lengths.end())
    return;
  findings.inconsistent(
      {"calibrate.element_lengths", "lattice.element_length"},
      "calibrate.element_lengths " + list_text(lengths) + " lack lattice.element_length, " + short_text(own) +
          " (the lattices of the study would be sheared with parameters that nobody has " +
          "calibrated); add " + short_text(own) +
          ", or give lattice.element_length one of these with the columns and rows that belong to it, or set "
          "lattice.samples = 0");
}

}  // namespace

void check_calibration(const study::Settings& settings, Findings& findings) {
  const study::Calibration& calibration = settings.calibrate;
  if (calibration.search == study::Search::none) return;
  check_variants(calibration.variants, findings);
  check_element_lengths(settings, findings);
  if (settings.reference.from_files.empty())
    findings.inconsistent(
        {"calibrate.search"},
        "calibrate.search is given (there is no reference to calibrate to); name records or "
        "tables in reference.records");
  if (calibration.from >= calibration.strain)
    findings.inconsistent({"calibrate.from", "calibrate.strain"},
                          "calibrate.from is " + short_text(calibration.from) + " (lattices are sheared to " +
                              short_text(calibration.strain) + "); begin earlier or shear further");
  const auto& temperatures = calibration.temperatures;
  if (!temperatures.empty() && temperatures.size() < 3)
    findings.inconsistent({"calibrate.temperatures"},
                          "calibrate.temperatures are " + std::to_string(temperatures.size()) +
                              " (a parabola goes through what they give); name three or more");
  const auto fall =
      std::adjacent_find(temperatures.begin(), temperatures.end(), [](double a, double b) { return a >= b; });
  if (fall != temperatures.end())
    findings.inconsistent({"calibrate.temperatures"}, "calibrate.temperatures names " + short_text(fall[1]) +
                                                          " behind " + short_text(*fall) +
                                                          " (they must rise); sort them");
  for (const int systems : calibration.slip_systems)
    if (systems % 4 != 0)
      findings.inconsistent({"calibrate.slip_systems"},
                            "calibrate.slip_systems holds " + std::to_string(systems) +
                                " (slip systems come in fours that share an angle); take a multiple of 4");
}

}  // namespace vitrum::config
