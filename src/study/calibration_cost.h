// What a calibration will cost.
#pragma once

#include <map>
#include <string>

#include "compare/calibration_sample.h"
#include "study/cost.h"
#include "study/model_search.h"

namespace vitrum::study {

/// How references will be measured as far as the settings alone tell: local tests of the radius asked for, or
/// of paper 1's where that depends on the reference.
compare::Yardstick expected_yardstick(const ReferenceSettings& reference);

/// Seconds of one core for the search of one model and the lattices at its optimum: every trial to its end,
/// in the middle of what is searched.
double search_seconds(const SearchedModel& model, const Calibration& asked,
                      const compare::Yardstick& yardstick);

/// The same for all stages of a calibration, by the names under which it tells its progress: models, and
/// those of further_stages that are asked for.
std::map<std::string, double> calibration_seconds(const Settings& settings,
                                                  const compare::Yardstick& yardstick);

/// Stage "calibration" of a study's cost.
StageCost calibration_stage(const Settings& settings);

}  // namespace vitrum::study
