// What an ensemble does in stationary flow, in a few numbers, and whether it is stationary.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/macroscale.h"

namespace vitrum::compare {

/// Means over realizations of what each shows in its window, with standard errors over realizations.
struct StationarySummary {
  std::int64_t realizations = 0;
  std::int64_t events = 0;     ///< of all realizations together
  Estimate stress_mean;        ///< mean of the stress on the strain grid
  Estimate stress_drift;       ///< its mean over the second half of the window less that over the first
  Estimate stress_std;         ///< its standard deviation within a realization
  Estimate events_per_strain;  ///< events per unit strain
  Estimate drop_mean;          ///< mean stress drop, the few negative ones included
  Estimate increment_mean;     ///< mean rise between events
  Estimate slope;              ///< elastic rise of stress per unit strain: all rises over all strain
  Estimate raising_share;      ///< share of events that raise the stress
  // 0 when the model does not count or know them:
  Estimate slips_per_event;
  Estimate duration_per_event;       ///< relaxation steps
  Estimate participation_per_event;  ///< atoms or elements that took part
};

/// Realizations without an event do not enter the means over events; these are not a number when no
/// realization has one.
/// @throws InputError when there is no realization.
StationarySummary stationary_summary(const std::vector<MacroscaleSample>& samples);

}  // namespace vitrum::compare
