// LAMMPS with the lines of a study.
#pragma once

#include <memory>
#include <string>

#include "edge/config/study_file.h"
#include "lammps/team.h"
#include "study/settings.h"

namespace vitrum::app {

/// Begins LAMMPS for settings.glass.foreign, when the study asks for it. Files that the lines name are looked
/// for beside the study file first. Says in `findings` what LAMMPS says against the lines, and that the
/// program was built without it.
void begin_lammps(const std::string& study_file, study::Settings& settings, config::Findings& findings);

/// For glass.together: the same LAMMPS on all processes of this mpirun, which the first one tells what to do;
/// nullptr when the study does not ask for it. Settings are then those of one thread.
std::shared_ptr<lammps::Team> gather_team(const std::string& study_file, study::Settings& settings);

}  // namespace vitrum::app
