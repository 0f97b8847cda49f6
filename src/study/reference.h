// From records or tables to the reference that a model is calibrated to.
#pragma once

#include <string>
#include <vector>

#include "compare/reference.h"
#include "study/calibration.h"
#include "study/reference_tables.h"
#include "study/settings.h"

namespace vitrum::study {

/// Everything that keeps `tables` from being the reference that the settings ask for, as sentences that say
/// what to do; empty when nothing does. `shear_modulus` is that of the model to be calibrated: a reference
/// whose first elastic rises are more than 30 times steeper or flatter is in other units.
std::vector<std::string> reference_problems(const ReferenceTables& tables, const ReferenceSettings& settings,
                                            double shear_modulus);

/// What looks odd, but may be right.
std::vector<std::string> reference_remarks(const ReferenceTables& tables);

/// The window of each realization goes from settings.from to its last strain: that of its stresses, or else
/// of its events, or else of its stationary local tests. With blocks > 1 it is cut into as many windows of
/// equal width, which then count as realizations: a makeshift for few samples, since neighbouring windows are
/// not independent. Stationary tests belong to the window that their strain lies in; those that do not tell
/// their strain, like those of the unloaded state, to the last one. Of quenched ones each window gets its
/// share of the places: all angles of a place, neighbours together as they stand in the tables.
/// @throws InputError with all of reference_problems() when there are any.
compare::Reference reference_of(const ReferenceTables& tables, const ReferenceSettings& settings,
                                double shear_modulus, const std::string& name);

/// How the stress fluctuates in the windows of these glasses, whose width the tables tell (paper 1, fig. 5b):
/// one number for each width, of all windows of all glasses of that width together, so that it knows of
/// differences between glasses. In the order in which the widths appear.
/// @throws InputError like reference_of.
std::vector<StressDeviationOfSize> stress_deviations_of(const std::vector<ReferenceTables>& tables,
                                                        const ReferenceSettings& settings);

}  // namespace vitrum::study
