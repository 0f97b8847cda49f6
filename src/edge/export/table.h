// Tables as CSV: one line of names, then one line for each row.
#pragma once

#include <string>
#include <vector>

#include "record/field.h"
#include "record/history.h"
#include "record/local_yield.h"

namespace vitrum::exports {

/// One row for each state: strain, the six stress components, energy, leg; and the time where any was waited.
std::string states_csv(const History& history);

/// One row for each event: state, strain, stress before and after, dissipated energy, slips, duration, what
/// else is known of it; and how far the strain jumped where it was free.
std::string events_csv(const History& history);

/// One row for each slip of a history that kept them: number of the event, and of the element.
std::string sites_csv(const History& history);

/// One row for each local shear test of all surveys: strain and leg of the state, place, radius, elements,
/// angle, stress before, along the angle before, at the instability and behind it, critical strain, energy
/// drop, place of the event, and whether there was one. Empty without surveys.
std::string local_yield_csv(const std::vector<LocalYieldSurvey>& surveys);

/// One row for each site: element ("column,row,...", row 0 at the bottom) or atom ("atom,x,y,...").
/// @throws InputError when the fields are not all over the same sites.
std::string fields_csv(const FieldSnapshot& snapshot);

}  // namespace vitrum::exports
