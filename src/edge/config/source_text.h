// The text of a study file, or what is wrong with the file as a whole.
#pragma once

#include <optional>
#include <string>

#include "edge/config/findings.h"

namespace vitrum::config {

/// Reads the file. nullopt, with the reason in `findings`, when it is not there, is a folder, cannot be
/// read, or is far too large to be a study.
std::optional<std::string> read_text(const std::string& file, Findings& findings);

/// False, with the reason in `findings`, when the text is empty or not UTF-8.
bool is_study_text(const std::string& text, Findings& findings);

}  // namespace vitrum::config
