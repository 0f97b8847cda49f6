// How well the elastic law holds along elastic paths, where X_1 should stay.
#pragma once

#include <vector>

#include "math/estimate.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// Change of X_1 per unit strain along the elastic paths of forward loading, which eq. 7 has as none: what
/// the law leaves out, of terms and of softening before events, goes into X_1 between events, where neither
/// the mean flow nor a walker sees it. Sum over sum of all trajectories; the error is the jackknife's, by
/// leaving one out after the other; not a number for fewer than two.
Estimate inelastic_drift_of_paths(const std::vector<Trajectory>& trajectories);

}  // namespace vitrum::seem
