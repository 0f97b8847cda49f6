// One value of a study file into its member, with its type and range checked.
#pragma once

#include <string>

#include "edge/config/findings.h"
#include "edge/config/node.h"
#include "edge/config/schema.h"

namespace vitrum::config {

/// Fills the member, or leaves it as it is and says in `findings` what is wrong.
void read_value(const Node& node, const Key& key, const std::string& path, Findings& findings);

}  // namespace vitrum::config
