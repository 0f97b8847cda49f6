// What becomes of a configuration that was read.
#pragma once

#include "edge/import/atom_table.h"

namespace vitrum::fuzz {

/// Evaluates it, as `vitrum evaluate` does, with a potential of its dimension.
void use(const imports::Imported& imported);

}  // namespace vitrum::fuzz
