#include "compare/mean_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "compare/estimate.h"

namespace vitrum::compare {

void Line::add(double at, double value) {
  x.push_back(x.empty() ? at : std::max(at, x.back()));
  y.push_back(value);
}

double height_at(const Line& line, double x) {
  const auto above =
      static_cast<std::size_t>(std::upper_bound(line.x.begin(), line.x.end(), x) - line.x.begin());
  if (above == 0) return line.y.front();
  if (above == line.x.size()) return line.y.back();
  const double share = (x - line.x[above - 1]) / (line.x[above] - line.x[above - 1]);
  return line.y[above - 1] + share * (line.y[above] - line.y[above - 1]);
}

MeanCurve mean_curve(const std::vector<Line>& lines, const std::vector<double>& at) {
  MeanCurve mean;
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  for (const Line& line : lines) {
    if (line.x.empty()) continue;
    ++mean.realizations;
    low = std::max(low, line.x.front());
    high = std::min(high, line.x.back());
  }
  if (mean.realizations == 0) return mean;
  // The ends of all lines may differ by rounding.
  const double slack = 1e-9 * std::max(std::abs(low), std::abs(high));
  for (const double x : at) {
    if (x < low - slack || x > high + slack) continue;
    std::vector<double> values;
    for (const Line& line : lines)
      if (!line.x.empty()) values.push_back(height_at(line, x));
    const Estimate estimate = mean_of_realizations(values);
    mean.x.push_back(x);
    mean.value.push_back(estimate.value);
    mean.error.push_back(estimate.error);
  }
  return mean;
}

std::vector<double> even_points(double low, double high, int points) {
  std::vector<double> out;
  for (int i = 0; i < points; ++i) out.push_back(low + (high - low) * i / (points - 1));
  out.back() = high;
  return out;
}

std::vector<double> logarithmic_points(double low, double high, int per_decade) {
  std::vector<double> out;
  const double steps = std::floor(std::log10(high / low) * per_decade + 1e-9);
  for (int i = 0; i <= steps; ++i) out.push_back(low * std::pow(10.0, static_cast<double>(i) / per_decade));
  if (out.empty() || out.back() < high * (1 - 1e-9))
    out.push_back(high);
  else
    out.back() = high;
  return out;
}

}  // namespace vitrum::compare
