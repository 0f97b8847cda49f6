// Local shear tests that look like a study's, made from random numbers: for the page's tests, not physics.
#pragma once

#include "study/results.h"

namespace vitrum::report::example {

/// Tests of one sample as quenched and at a strain of 0.5: 3 radii along 8 directions, glass on 10 x 10
/// places, lattice on 15 x 15. Places are weak where one of the first events that follow will be.
void add_surveys(study::SampleRecord& record);

/// Strain, on the grid of the histories, at which the samples were tested again.
inline constexpr double tested_strain = 0.5;

/// What the surveys of all samples say, with its table.
void add_local_yield(study::Results& results);

}  // namespace vitrum::report::example
