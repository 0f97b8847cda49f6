// Cubic interpolation of a table, as the field's molecular dynamics does it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace vitrum::atomistic {

/// A function's value and its first two derivatives.
struct Derivatives {
  double value = 0, first = 0, second = 0;
};

/// The function through values at 0, step, 2 step, ...: cubic in each interval, with the value at both of its
/// ends and, as slopes there, differences of fourth order, (f_-2 - 8 f_-1 + 8 f_1 - f_2) / 12 step (of second
/// order one value before the ends of the table, of first order at its ends). This is the interpolation of
/// LAMMPS' `pair_style eam` (PairEAM::interpolate), so that energies agree to rounding. Value and slope are
/// continuous, the second derivative is not.
class TableSpline {
 public:
  /// In interval k: ((cubic p + square) p + linear) p + constant, p = x / step - k from 0 to 1.
  struct alignas(32) Row {
    double cubic = 0, square = 0, linear = 0, constant = 0;
    friend bool operator==(const Row&, const Row&) = default;
  };

  TableSpline() = default;
  /// @param values five or more; step > 0.
  TableSpline(std::span<const double> values, double step);

  /// Beyond the last value everything is as at the last value (LAMMPS), below 0 as the first cubic has it.
  Derivatives at(double x) const;

  double inverse_step() const { return inverse_step_; }
  std::span<const Row> rows() const { return rows_; }
  /// From there on the function is zero, exactly; infinite when it ends with another value.
  double reach() const;

 private:
  double inverse_step_ = 1;
  std::vector<Row> rows_;
};

inline Derivatives TableSpline::at(double x) const {
  // LAMMPS numbers from 1; its rounding, too, is kept.
  const double place = x * inverse_step_ + 1.0;
  const auto m = static_cast<std::size_t>(std::clamp(place, 1.0, static_cast<double>(rows_.size())));
  const double beyond = place - static_cast<double>(m), p = std::min(beyond, 1.0);
  const Row& c = rows_[m - 1];
  return {((c.cubic * p + c.square) * p + c.linear) * p + c.constant,
          ((3 * c.cubic * p + 2 * c.square) * p + c.linear) * inverse_step_,
          beyond > 1.0 ? 0.0 : (6 * c.cubic * p + 2 * c.square) * inverse_step_ * inverse_step_};
}

}  // namespace vitrum::atomistic
