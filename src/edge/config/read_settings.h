// A parsed study file into the settings: keys that are not known, wrong types and ranges.
#pragma once

#include "edge/config/findings.h"
#include "edge/config/node.h"
#include "study/settings.h"

namespace vitrum::config {

/// Fills `settings`, which hold the defaults; says in `findings` what is wrong and where keys stand.
/// @returns whether it went through to the end: not after most_problems.
bool read_settings(const Node& root, study::Settings& settings, Findings& findings);

}  // namespace vitrum::config
