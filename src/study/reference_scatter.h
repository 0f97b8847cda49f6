// How far the optimum may be off because the reference is a finite number of glasses.
#pragma once

#include <vector>

#include "compare/surrogate_search.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// Bootstrap resamples of the reference's realizations; none of fewer than two.
class ResampledReference {
 public:
  /// @param reference must outlive this object.
  ResampledReference(const Measured& reference, std::uint64_t seed);
  /// L_stat of a trial against each resample, of the sum over the trial's lattices.
  std::vector<double> errors_of(const compare::CalibrationSample& sum) const;

 private:
  const compare::Yardstick& yardstick_;
  std::vector<compare::CalibrationSample> resamples_;
};

/// Covariance of points, row after row, by what outliers do not change: half widths of their middle 68.3 %
/// and correlations of ranks. Empty with fewer than two points.
std::vector<double> covariance_of_points(const std::vector<compare::Point>& points);

/// covariance_of_points() of the optima for each resample of the reference: L_stat of every trial against it,
/// the error model fitted to these, its least.
/// @param search that has been told all trials
/// @param sums over the lattices of each trial, in the order of the search's trials
std::vector<double> covariance_from_reference(const compare::SurrogateSearch& search,
                                              const std::vector<compare::CalibrationSample>& sums,
                                              const Measured& reference, std::uint64_t seed);

/// Errors and correlations of both, as if independent; correlations that are not known stay so (empty).
struct JointErrors {
  compare::Point error;
  std::vector<double> correlation;
};
JointErrors joint_errors(const compare::Point& error, const std::vector<double>& correlation,
                         const std::vector<double>& covariance);

}  // namespace vitrum::study
