// How lambda changes with the number of slip systems of an element: paper 1, A.1 and fig. 7.
#pragma once

#include <vector>

#include "study/calibration.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// Trials for each number of slip systems.
inline constexpr int trials_of_systems = 9;

/// Seeks lambda anew for every number of slip systems of the settings, k and chi as they are: trials around
/// the lambda that leaves the mean of the weakest threshold as it is, a parabola through their L_stat as a
/// function of log lambda, its least. Error: from the residuals of the parabola. Not a number where the least
/// is not among what was tried.
/// @param lattice at its optimum, with random slip angles and Weibull thresholds
std::vector<ScaleOfSystems> scales_of_systems(const elastoplastic::LatticeSettings& lattice, Rounds& rounds);

}  // namespace vitrum::study
