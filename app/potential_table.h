// The table file of metals that a study names.
#pragma once

#include <string>

#include "edge/config/findings.h"
#include "study/settings.h"

namespace vitrum::app {

/// Reads it into settings.glass.metal, for the species of the study in their order, or for all elements of
/// the table when the study lists none. Looked for beside the study file first. Says in `findings` when there
/// is no such file, when it is none, and which elements it does not have.
void read_potential_table(const std::string& study_file, study::Settings& settings,
                          config::Findings& findings);

}  // namespace vitrum::app
