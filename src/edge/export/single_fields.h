// Fields with one number for each site, as tables and images want them.
#pragma once

#include "record/group.h"

namespace vitrum::exports {

/// The fields, of which those of shape {n, rows, columns} fall apart into n of shape {rows, columns}:
/// "directional_distance" into "directional_distance_0", "directional_distance_1", ... Single numbers, which
/// are of the whole specimen, are left out.
Group single_fields(const Group& fields);

}  // namespace vitrum::exports
