// How likely a reference is when a model has certain parameters.
#pragma once

#include <vector>

#include "compare/posterior.h"
#include "compare/search_box.h"
#include "math/gaussian_process.h"

namespace vitrum::compare {

/// Emulators of all statistics and the distance of what they say from the reference. Points of the unit cube.
class StatisticsLikelihood {
 public:
  StatisticsLikelihood(const SearchBox& box, const std::vector<StatisticsTrial>& trials,
                       const SummaryStatistics& reference, int realizations);

  struct Distance {
    double chi_square = 0;
    double log_root = 0;  ///< logarithm of the root of the covariance's determinant
  };
  Distance distance(const Point& unit) const;
  /// @param discrepancy factor of the covariance
  double logarithm(const Point& unit, double discrepancy) const;
  std::vector<StatisticPull> pulls(const Point& unit) const;
  /// Where chi^2 is least, by compass search from these points.
  Point best(const std::vector<Point>& starts) const;

  double shrinkage() const { return shrinkage_; }
  double emulator_residual() const;

 private:
  std::vector<GaussianProcess> emulators_;
  SummaryStatistics reference_;  ///< covariance: shrunk
  int realizations_;
  double shrinkage_ = 0;
};

}  // namespace vitrum::compare
