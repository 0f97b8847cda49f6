// What is not TOML in a study file: every such line, in words that help.
#pragma once

#include <optional>
#include <string>

#include "edge/config/findings.h"
#include "edge/config/node.h"

namespace vitrum::config {

/// The tree of the file, or of what could be read of it: a line that is not TOML is reported and left
/// out, so that the lines after it are checked too. nullopt: reading could not go on.
std::optional<Node> read_toml(const std::string& text, Findings& findings);

}  // namespace vitrum::config
