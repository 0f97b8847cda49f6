// The statistics of local shear tests as they stand in summary.json.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "study/results.h"

namespace vitrum::report {

/// One entry for each tested state of each model: moments of every radius and angle with their errors, the
/// share of negative yield stresses, and the rank correlations of the events that followed.
nlohmann::ordered_json local_yield_summary(const std::vector<study::LocalYieldState>& local);

}  // namespace vitrum::report
