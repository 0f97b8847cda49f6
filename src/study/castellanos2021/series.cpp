#include "study/castellanos2021/series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrum::study::castellanos2021 {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double everywhere = std::numeric_limits<double>::infinity();

/// Of a series at x, linear between its points; not a number beyond them.
Estimate height_of(const FigureSeries& curve, double x) {
  const auto above = std::lower_bound(curve.x.begin(), curve.x.end(), x);
  if (above == curve.x.end()) return {undefined, undefined};
  const auto high = static_cast<std::size_t>(above - curve.x.begin());
  const auto error = [&](std::size_t i) { return curve.error.empty() ? undefined : curve.error[i]; };
  if (curve.x[high] == x) return {curve.y[high], error(high)};
  if (high == 0) return {undefined, undefined};
  const double share = (x - curve.x[high - 1]) / (curve.x[high] - curve.x[high - 1]);
  return {curve.y[high - 1] + share * (curve.y[high] - curve.y[high - 1]),
          std::hypot((1 - share) * error(high - 1), share * error(high))};
}

}  // namespace

FigureSeries curve_series(const std::string& label, const std::string& role,
                          const compare::MeanCurve& curve) {
  FigureSeries out = series(label, role, Mark::line);
  out.x = curve.x;
  out.y = curve.value;
  out.error = curve.error;
  return out;
}

Estimate relative_difference(const FigureSeries& reference, const FigureSeries& curve, double low,
                             double high) {
  double apart = 0, size = 0, squares = 0;
  for (std::size_t i = 0; i < reference.x.size(); ++i) {
    if (reference.x[i] < low || reference.x[i] > high) continue;
    const Estimate there = height_of(curve, reference.x[i]);
    if (!std::isfinite(there.value) || !std::isfinite(reference.y[i])) continue;
    apart += std::abs(there.value - reference.y[i]);
    size += std::abs(reference.y[i]);
    const double error = reference.error.empty() ? undefined : reference.error[i];
    squares += error * error + there.error * there.error;
  }
  if (!(size > 0)) return {undefined, undefined};
  return {apart / size, std::sqrt(squares) / size};
}

Estimate relative_difference(const FigureSeries& reference, const FigureSeries& curve) {
  return relative_difference(reference, curve, -everywhere, everywhere);
}

Estimate relative_difference(const Estimate& reference, const Estimate& value) {
  if (reference.value == 0) return {undefined, undefined};
  const double ratio = value.value / reference.value;
  return {std::abs(1 - ratio), std::hypot(value.error, ratio * reference.error) / std::abs(reference.value)};
}

Estimate mean_of(const std::vector<Estimate>& values) {
  double sum = 0, squares = 0;
  for (const Estimate& one : values) {
    sum += one.value;
    squares += one.error * one.error;
  }
  const auto number = static_cast<double>(values.size());
  return values.empty() ? Estimate{undefined, undefined}
                        : Estimate{sum / number, std::sqrt(squares) / number};
}

}  // namespace vitrum::study::castellanos2021
