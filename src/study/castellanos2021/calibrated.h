// Calibrated models by what the figures ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/calibration.h"
#include "study/castellanos2021/series.h"
#include "study/verdicts.h"

namespace vitrum::study::castellanos2021 {

/// Element length of the paper's main results.
inline constexpr double paper_length = 6.6;
/// Optimum of the paper at that length (sec. 4.2).
inline constexpr double paper_shape = 2.18, paper_scale = 2.05, paper_amplitude_exponent = 2.25;

/// Models of the first variant, by rising element length.
std::vector<const CalibratedModel*> of_all_lengths(const CalibrationResults& calibration);
/// The one of these whose element length is nearest to `length`; null without models.
const CalibratedModel* at_length(const CalibrationResults& calibration, double length);
/// One model of each variant, in the order of letters: those at the element length that variants have in
/// common, and of the first variant the one nearest to it.
std::vector<const CalibratedModel*> of_all_variants(const CalibrationResults& calibration);
const CalibratedModel* variant(const CalibrationResults& calibration, const std::string& letter);

/// A free parameter at the optimum; absent when it is not free or there is no sure optimum.
std::optional<Estimate> optimum_of(const CalibratedModel& model, const std::string& parameter);
/// The claim, undecided where a search that it rests on ended without a sure optimum: the errors found there
/// are no more than upper limits.
PaperClaim unless_in_doubt(PaperClaim claim, const std::vector<const CalibratedModel*>& models);
/// Not a number when absent.
Estimate value_or_unknown(const std::optional<Estimate>& value);

}  // namespace vitrum::study::castellanos2021
