// Stress against strain on the way into stationary flow: paper 1, fig. 2a.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/mean_curve.h"
#include "study/castellanos2021/series.h"
#include "study/results.h"

namespace vitrum::study::castellanos2021 {

struct FirstLeg {
  std::size_t samples = 0;  ///< that were sheared forward on a uniform grid of strains
  FigureSeries trace;       ///< of one of them, thinned out; empty without
  compare::MeanCurve mean;  ///< of all, as far as all go
};
FirstLeg first_leg(const std::vector<SampleRecord>& records, const std::string& model);

}  // namespace vitrum::study::castellanos2021
