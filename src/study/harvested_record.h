// What came out of a harvest, as a group of named arrays.
#pragma once

#include "record/group.h"
#include "study/harvest.h"

namespace vitrum::study {

/// Groups "law" (paper 2, table I), "library" (seem::to_group), "flow" (figs. 2a to 2d: one value a bin,
/// shape {columns, rows}), "attractor", "jumps" (fig. 3b), "sets" ("0000", ...: "measured", "whole" and
/// "replayed" mean curves, "specimen" and "walker") and "crossings". Standard errors stand beside, as
/// "<name>_error". What is not known is left out.
Group to_group(const Harvested& harvested);

}  // namespace vitrum::study
