// The glasses that a study starts from instead of preparing them.
#pragma once

#include "edge/config/study_file.h"
#include "study/run.h"

namespace vitrum::app {

/// Reads what settings.glass.from names: folders of results, their files, configurations of other programs.
/// Puts number of atoms and density, and the number of samples where the study does not give it, into
/// `settings`; says in `findings` what is missing or does not fit the study. Empty when `from` is.
study::StoredGlasses read_stored_glasses(study::Settings& settings, config::Findings& findings);

}  // namespace vitrum::app
