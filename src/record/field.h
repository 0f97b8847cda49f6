// Fields of a specimen at one strain, for maps.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/group.h"

namespace vitrum {

/// Fields of one specimen at one strain: one array per name, all over the same sites. Lattice: shape
/// {rows, columns}, row 0 at the bottom (y = 0), or {n, rows, columns} for n numbers per element. Atoms:
/// shape {atoms}; among them stand "x", "y" (, "z") and "species".
struct FieldSnapshot {
  double strain = 0;
  Group fields;
  std::int64_t leg =
      0;  ///< of the loading program; 0: taken during the first one, else at the end of this one
};

/// The same measurement at several strains as columns: "strain", and every array of the first one with one
/// dimension more, that of the strains, in front. Arrays that later ones lack, or have in another shape, are
/// left out.
Group columns(const std::vector<FieldSnapshot>& measurements);

}  // namespace vitrum
