// What paper 1, sec. 4 says of the calibration, judged by ours.
#pragma once

#include <vector>

#include "study/calibration.h"
#include "study/figure.h"

namespace vitrum::study::castellanos2021 {

/// The optimum, its error, which element length is best, and which part of the error decides.
std::vector<PaperClaim> profile_claims(const CalibrationResults& calibration);

}  // namespace vitrum::study::castellanos2021
