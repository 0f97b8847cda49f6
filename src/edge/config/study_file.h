// Study files: what a user writes, read into the settings of a study.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "edge/config/findings.h"
#include "study/settings.h"

namespace vitrum::config {

struct ParsedStudy {
  study::Settings settings;            ///< complete; study.output is filled in
  std::string name;                    ///< of the file, without folder and ending: "quick"
  std::string text;                    ///< the file as it stands
  std::vector<std::string> overrides;  ///< "table.key=value" from the command line, as given
  std::string resolved;                ///< every setting as TOML, overrides included
};

/// What whoever reads a study adds to its settings and finds wrong with them, before they are checked as a
/// whole: files that the study names.
using FurtherCheck = std::function<void(study::Settings& settings, Findings& findings)>;

/// Reads a study file, with overrides "table.key=value" over it.
/// @throws InputErrors with everything that is wrong, one problem after the other, each as
/// "file:line:column: problem (why) suggestion" with the source line and a caret.
ParsedStudy load_study(const std::string& file, const std::vector<std::string>& overrides = {},
                       const FurtherCheck& further = {});

/// The same for a text that is at hand; `file` names it in messages.
ParsedStudy parse_study(const std::string& text, const std::string& file,
                        const std::vector<std::string>& overrides = {}, const FurtherCheck& further = {});

/// Everything that is wrong with a study file, in the order of the file; empty when it is fine.
std::vector<std::string> study_problems(const std::string& file,
                                        const std::vector<std::string>& overrides = {});

}  // namespace vitrum::config
