// What a trial of a calibration leaves: its lattices, each reduced to what errors need.
#pragma once

#include <vector>

#include "compare/calibration_sample.h"
#include "record/group.h"

namespace vitrum::study {

Group to_group(const std::vector<compare::CalibrationSample>& samples);
/// @throws InputError when the record is damaged.
std::vector<compare::CalibrationSample> trial_samples(const Group& record);

}  // namespace vitrum::study
