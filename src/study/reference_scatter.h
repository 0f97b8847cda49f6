// How far the optimum may be off because the reference is a finite number of glasses.
#pragma once

#include <vector>

#include "compare/surrogate_search.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// Covariance of the optimum's coordinates over bootstrap resamples of the reference's realizations, row
/// after row: L_stat of every trial against each resample, the error model fitted to these, its least. Empty
/// with fewer than two realizations.
/// @param search that has been told all trials
/// @param sums over the lattices of each trial, in the order of the search's trials
std::vector<double> covariance_from_reference(const compare::SurrogateSearch& search,
                                              const std::vector<compare::CalibrationSample>& sums,
                                              const Measured& reference, std::uint64_t seed);

/// Errors and correlations of both, as if independent.
struct JointErrors {
  compare::Point error;
  std::vector<double> correlation;
};
JointErrors joint_errors(const compare::Point& error, const std::vector<double>& correlation,
                         const std::vector<double>& covariance);

}  // namespace vitrum::study
