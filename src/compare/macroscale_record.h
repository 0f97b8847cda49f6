// A comparison of two ensembles as a group of named arrays.
#pragma once

#include "compare/macroscale.h"
#include "record/group.h"

namespace vitrum::compare {

/// "macro" (L_macro), "floor", "from_first", "from_second"; groups "stress", "drop" and "increment" with the
/// densities of both on common "edges", means, standard deviations and "mismatch" (L[P], eq. 8); group
/// "deviation" with r of eq. 10 against "width". Standard errors stand beside, as "<name>_error". Stresses
/// are in the unit of the records.
Group to_group(const MacroscaleComparison& comparison);

}  // namespace vitrum::compare
