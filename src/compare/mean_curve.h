// The mean of several measured curves y(x) with its standard error.
#pragma once

#include <cstdint>
#include <vector>

namespace vitrum::compare {

/// A curve through points whose x never falls; where several points share one x, the curve jumps.
struct Line {
  std::vector<double> x, y;

  /// Adds a point. An x that rounding put behind the last one moves up to it.
  void add(double at, double value);
};

/// Linear between the points of a line that is not empty, the last one of several at the same x; beyond its
/// ends the value at the end.
double height_at(const Line& line, double x);

/// Means over realizations with standard errors; the error is not a number when a single one cannot tell it.
struct MeanCurve {
  std::vector<double> x, value, error;
  std::int64_t realizations = 0;
};

/// The mean at those x of `at` that all lines cover; lines without a point are left out.
MeanCurve mean_curve(const std::vector<Line>& lines, const std::vector<double>& at);

/// `points` >= 2 of them, evenly spaced from `low` to `high`.
std::vector<double> even_points(double low, double high, int points);

/// Of equal ratio, `per_decade` to a factor of ten, from `low` > 0 up to `high`, which ends them.
std::vector<double> logarithmic_points(double low, double high, int per_decade);

}  // namespace vitrum::compare
