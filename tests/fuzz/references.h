// What becomes of reference tables that were read.
#pragma once

#include "study/reference_tables.h"

namespace vitrum::fuzz {

/// Makes of them what `vitrum check` of a calibration makes.
void use(const study::ReferenceTables& tables);

}  // namespace vitrum::fuzz
