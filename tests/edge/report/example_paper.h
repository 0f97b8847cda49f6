// Figures of paper 1 from made-up results: for the page's tests, not physics.
#pragma once

#include "study/results.h"

namespace vitrum::report::example {

/// Adds a calibration, sizes and reloading.
void add_calibration(study::Results& results);

/// Redraws the paper's figures from all that there is.
void add_paper_figures(study::Results& results);

}  // namespace vitrum::report::example
