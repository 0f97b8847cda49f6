#include "compare/angle_along.h"

#include <cmath>

namespace vitrum::compare {

namespace {

constexpr double farthest = 15 + 1e-9;  // degrees

}  // namespace

std::optional<double> angle_along(const std::set<double>& angles, double direction) {
  std::optional<double> nearest;
  double least = farthest;
  for (const double angle : angles) {
    const double away = std::abs(std::remainder(angle - direction, 180));
    if (away > least || (nearest && away == least)) continue;
    nearest = angle;
    least = away;
  }
  return nearest;
}

}  // namespace vitrum::compare
