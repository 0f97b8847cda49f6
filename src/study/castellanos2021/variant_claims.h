// What paper 1, sec. 6 says of simpler and richer models, judged by their calibrations.
#pragma once

#include <vector>

#include "study/calibration.h"
#include "study/figure.h"

namespace vitrum::study::castellanos2021 {

/// How each variant compares with the original model C.
std::vector<PaperClaim> variant_claims(const CalibrationResults& calibration);
/// Optimal parameters of every variant for which the paper prints them (A.8).
std::vector<PaperClaim> optimum_claims(const CalibrationResults& calibration);

}  // namespace vitrum::study::castellanos2021
