// A reference as the records of glasses: its figures are then those of any glass.
#pragma once

#include "study/reference_tables.h"
#include "study/results.h"
#include "study/settings.h"

namespace vitrum::study {

/// Puts the realizations into results.glass as far as tables tell of them: curves, events and local tests, no
/// energies, no places. The glass of the settings becomes what they went through: a shear, then legs that
/// unload or reload as their curves show, and the window of the comparison that of the reference.
void adopt_reference(const ReferenceTables& tables, Settings& settings, Results& results);

}  // namespace vitrum::study
