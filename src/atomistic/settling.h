// Has a fluctuating quantity settled? Means of correlated series, and the drift between two halves.
#pragma once

#include <span>

namespace vitrum::atomistic {

struct SeriesMean {
  double mean = 0;
  double error = 0;  ///< standard error of the mean, correlations accounted for
  double correlation_time =
      0;  ///< integrated, sum over k > 0 of C(k)/C(0) plus 1/2, in entries of the series
};

/// Mean of a stationary series and its standard error from the integrated autocorrelation time, summed up
/// to the first lag beyond five of these times [Sokal, in Functional Integration, Plenum (1997), sec. 3].
/// The correlation time is never taken below 1/2 (uncorrelated entries).
SeriesMean series_mean(std::span<const double> series);

struct Settling {
  SeriesMean first, second;  ///< of the two halves
  double drift = 0;          ///< (second mean - first mean) / its standard error
  bool long_enough = false;  ///< each half spans ten correlation times of the whole series
};

/// Compares the two halves of a series. The errors are those of each half less its own straight line: a
/// steady drift would otherwise enlarge the very error that it is measured with.
Settling settling(std::span<const double> series);

}  // namespace vitrum::atomistic
