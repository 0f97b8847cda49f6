// Fields of a specimen at one strain, for maps.
#pragma once

#include <string>
#include <vector>

#include "record/group.h"

namespace vitrum {

/// Fields of one specimen at one strain: one array per name, all over the same sites. Lattice: shape
/// {rows, columns}, row 0 at the bottom (y = 0). Atoms: shape {atoms}; among them stand "x", "y" (, "z")
/// and "species".
struct FieldSnapshot {
  double strain = 0;
  Group fields;
};

}  // namespace vitrum
