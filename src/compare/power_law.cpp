#include "compare/power_law.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.h"

namespace vitrum::compare {
namespace {

struct LogarithmicPoint {
  double x, y, error;
};

std::vector<LogarithmicPoint> logarithms(const std::vector<double>& x, const std::vector<Estimate>& y) {
  std::vector<LogarithmicPoint> out;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] > 0 && y[i].value > 0)
      out.push_back({std::log(x[i]), std::log(y[i].value), y[i].error / y[i].value});
  return out;
}

}  // namespace

PowerLaw fit_power_law(const std::vector<double>& x, const std::vector<Estimate>& y) {
  if (x.size() != y.size())
    throw InputError("a power law through " + std::to_string(x.size()) + " places and " +
                     std::to_string(y.size()) + " numbers; give one number for each place");
  const auto points = logarithms(x, y);
  const bool weighed =
      std::all_of(points.begin(), points.end(), [](const LogarithmicPoint& p) { return p.error > 0; });
  double sum = 0, sum_x = 0, sum_y = 0;
  const auto weight = [&](const LogarithmicPoint& p) { return weighed ? 1 / (p.error * p.error) : 1.0; };
  for (const auto& p : points) {
    sum += weight(p);
    sum_x += weight(p) * p.x;
    sum_y += weight(p) * p.y;
  }
  const double centre_x = sum_x / sum, centre_y = sum_y / sum;
  double spread = 0, together = 0;
  for (const auto& p : points) {
    spread += weight(p) * (p.x - centre_x) * (p.x - centre_x);
    together += weight(p) * (p.x - centre_x) * (p.y - centre_y);
  }
  if (!(spread > 0))
    throw InputError("a power law needs positive numbers at two or more different places > 0");
  const double slope = together / spread;
  PowerLaw law;
  law.points = points.size();
  double squares = 0;
  for (const auto& p : points) {
    const double off = p.y - centre_y - slope * (p.x - centre_x);
    squares += weight(p) * off * off;
  }
  law.chi_squared = weighed ? squares : 0;
  const double unknown = std::numeric_limits<double>::quiet_NaN();
  const double freedom = static_cast<double>(points.size()) - 2;
  const double scatter = weighed ? 1 : (freedom > 0 ? squares / freedom : unknown);
  law.exponent = {slope, std::sqrt(scatter / spread)};
  const double amplitude = std::exp(centre_y - slope * centre_x);
  law.amplitude = {amplitude, amplitude * std::sqrt(scatter * (1 / sum + centre_x * centre_x / spread))};
  return law;
}

}  // namespace vitrum::compare
