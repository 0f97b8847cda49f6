// Has a fluctuating quantity settled? Means of correlated series, and the drift between two halves.
#pragma once

#include <span>

namespace vitrum::atomistic {

struct SeriesMean {
  double mean = 0;
  double error = 0;             ///< standard error of the mean, correlations accounted for
  double correlation_time = 0;  ///< integrated: 1/2 + sum of C(k)/C(0) over k > 0, in entries
};

/// Mean of a stationary series and its standard error from the integrated autocorrelation time. Fast
/// fluctuations on top of slow ones make a sum that is cut off early too small, so the largest partial sum
/// is taken, over lags up to twenty times itself or a third of the series: rather too large an error than
/// too small a one. The correlation time is never taken below 1/2 (uncorrelated entries).
SeriesMean series_mean(std::span<const double> series);

struct Settling {
  double first = 0, second = 0;  ///< means of the two halves
  double error = 0;              ///< standard error of their difference
  double drift = 0;              ///< (second - first) / error
  double correlation_time = 0;   ///< in entries of the series
  bool long_enough = false;      ///< each half spans ten correlation times, as far as they show
};

/// Compares the two halves of a series. The error is that of the series less its straight line, for a
/// steady drift would enlarge the very error that it is measured with. A record does not show fluctuations
/// that are slower than itself, and the structure of a supercooled liquid has them: each half is therefore
/// taken for at most three independent values. So measured, the drift of one sample tells a liquid that
/// relaxes from one that fluctuates; small drifts show in the mean over many samples.
Settling settling(std::span<const double> series);

}  // namespace vitrum::atomistic
