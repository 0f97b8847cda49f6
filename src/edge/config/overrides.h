// Settings from the command line: --set table.key=value.
#pragma once

#include <string>
#include <vector>

#include "edge/config/findings.h"
#include "edge/config/node.h"

namespace vitrum::config {

/// Puts each "table.key=value" into the tree, over what the file says; the last of several for one key
/// counts. A leg is named by its number from 1: "glass.leg[1].strain=0.4". Values are TOML; words that
/// are not TOML are taken as text. What is known and allowed is checked when the tree is read.
void apply_overrides(const std::vector<std::string>& overrides, Node& root, Findings& findings);

}  // namespace vitrum::config
