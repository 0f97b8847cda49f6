#include "elastoplastic/threshold.h"

#include <cmath>

namespace vitrum::elastoplastic {

namespace {

constexpr int cells = 1024;
constexpr double tolerance = 1e-9;

/// Cubic through both ends of a cell with their slopes, at the fraction t of the cell.
double cubic(double value0, double slope0, double value1, double slope1, double t) {
  const double rest = 1.0 - t;
  return rest * rest * ((1.0 + 2.0 * t) * value0 + t * slope0) +
         t * t * ((1.0 + 2.0 * rest) * value1 - rest * slope1);
}

}  // namespace

ThresholdLaw::ThresholdLaw(double shape, double scale) : shape_(shape), scale_(scale) {
  for (int node = 0; node <= cells; ++node) {
    const double survivors = static_cast<double>(node) / cells;
    const double value = exceeded_by(survivors);
    value_.push_back(value);
    slope_.push_back(value / (shape * survivors * std::log(survivors)) / cells);
  }
  for (std::size_t cell = 0; cell < cells; ++cell) {
    // A cubic with the right ends and slopes is worst in the middle. Infinite ends fail the test too.
    const double exact = exceeded_by((static_cast<double>(cell) + 0.5) / cells);
    const double middle = cubic(value_[cell], slope_[cell], value_[cell + 1], slope_[cell + 1], 0.5);
    interpolate_.push_back(std::abs(middle - exact) <= tolerance * scale);
  }
}

double ThresholdLaw::exceeded_by(double survivors) const {
  return scale_ * std::pow(-std::log(survivors), 1.0 / shape_);
}

double ThresholdLaw::draw(RandomStream& random) const {
  const double survivors = random.uniform_positive();
  const double position = survivors * cells;
  const auto cell = static_cast<std::size_t>(position);
  if (cell == cells || !interpolate_[cell]) return exceeded_by(survivors);
  return cubic(value_[cell], slope_[cell], value_[cell + 1], slope_[cell + 1],
               position - static_cast<double>(cell));
}

}  // namespace vitrum::elastoplastic
