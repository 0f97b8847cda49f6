// How large events are in the first leg of a loading program.
#pragma once

#include <vector>

#include "study/results.h"

namespace vitrum::study {

/// Of the events past the strain `from`; of all events where none lies there.
EventSizes event_sizes(const std::vector<SampleRecord>& records, double from);
AvalancheSizes avalanche_sizes(const std::vector<SampleRecord>& records, double from);

}  // namespace vitrum::study
