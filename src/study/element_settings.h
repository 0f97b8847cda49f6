// What a study of lattices asks for whose elements follow a harvested map.
#pragma once

#include "rig/program.h"

namespace vitrum::study {

enum class ElementInteraction { eshelby, none };

/// Beyond paper 2: seem::MapLattice, each element a specimen of the size of those that were harvested.
struct Elements {
  int samples = 0;  ///< lattices of each set; 0: none
  int columns = 32, rows = 32;
  ElementInteraction interaction = ElementInteraction::eshelby;
  double bulk_to_shear = 4.5;  ///< two-dimensional bulk modulus over shear modulus; that of paper 1
  rig::Program program;        ///< without snapshots: evenly over the first leg, see program_of()
};

/// The program with 20 snapshots on the first leg, if it is a shear without any.
rig::Program program_of(const Elements& settings);

}  // namespace vitrum::study
