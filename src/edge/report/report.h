// The report of a study: one HTML page for people, one JSON file for programs. Both are given as text;
// whoever asks for them writes them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "study/results.h"

namespace vitrum::report {

/// Where the results come from, in words, as the page shows it at its end.
struct Provenance {
  std::string title;  ///< of the study
  /// Name and value: program version, compiler, machine, seed, threads, run time, date, ...
  std::vector<std::pair<std::string, std::string>> facts;
  std::string study;      ///< text of the study file
  std::string overrides;  ///< settings changed on the command line, one a line; may be empty
  std::string settings;   ///< every setting as it was used, one a line
};

/// The page as text: self-contained, nothing is loaded from anywhere. Parts for which there are no
/// results (one model only, no fields, nothing compared) are left out.
std::string report_page(const study::Results& results, const Provenance& provenance);

/// summary.json as text (docs/formats.md): every number of the page's tables by its key, with label,
/// symbol, unit, value, error and note. "error" is absent for exact numbers and null when one
/// realization cannot tell it. Numbers are written with as many digits, up to 17, as give back the same
/// double.
std::string summary_json(const study::Results& results, const Provenance& provenance);

}  // namespace vitrum::report
