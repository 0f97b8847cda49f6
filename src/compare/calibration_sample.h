// What one realization tells a calibration: the numbers from which all errors of paper 1, sec. 4 are made.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "compare/local_statistics.h"
#include "compare/macroscale.h"

namespace vitrum::compare {

/// Number, sum and sum of squares of values.
struct Moments {
  double number = 0, sum = 0, squares = 0;

  void add(double value) {
    number += 1;
    sum += value;
    squares += value * value;
  }
  double mean() const { return sum / number; }
  double deviation() const;  ///< standard deviation, divided by the number; never not a number for number > 0
  Moments& operator+=(const Moments& other);
};

/// The three macroscopic quantities of eq. 8, in this order.
inline constexpr std::array<const char*, 3> macroscale_quantities{"stress", "drop", "increment"};
/// The four local ones of eq. 9, each with its mean and its standard deviation.
inline constexpr std::array<const char*, 4> local_magnitudes{"tau_i", "tau_c", "distance", "drop"};
/// The angles of local tests in a calibration, degrees: along the load and against it.
inline constexpr std::array<double, 2> calibration_angles{0, 90};

/// How realizations are measured, decided by the reference alone: with it, errors are the same function of
/// the parameters of a model wherever these are.
struct Yardstick {
  /// Bins as in compare_macroscale, but that span the reference only; what lies outside of them overlaps with
  /// nothing. Empty: the reference does not know the quantity.
  std::array<std::vector<double>, 3> edges;
  double radius = 0;  ///< R of the local tests; 0: the reference has none
  /// Whether there are any of the stationary state; false: of the quenched state alone.
  bool stationary_tests = true;
  /// Local magnitudes, by angle, means then deviations, that the reference knows no better than to half of
  /// themselves (one standard error over realizations): eq. 9 would divide by noise. They are left out.
  std::array<std::array<bool, 8>, 2> vague{};
};

/// Sums over one realization (or over several, added up).
struct CalibrationSample {
  std::array<std::vector<double>, 3> counts;  ///< in the bins of the yardstick
  std::array<Moments, 3> macroscale;          ///< of all values, in the bins or not; drops and rises > 0
  /// By angle, by magnitude. tau_i of every test, the others of those that found an instability.
  std::array<std::array<Moments, 4>, 2> stationary;
  Moments quenched_stress;              ///< von Mises stress of patches as quenched, tests of all angles
  std::array<Moments, 2> quenched_tau;  ///< tau_i as quenched, by angle
  double window = 0;                    ///< strain covered by `macroscale`
  CalibrationSample& operator+=(const CalibrationSample& other);
};

/// Whether there were local tests of the stationary state along an angle. Realizations without any tell
/// nothing of local magnitudes, nor how these scatter.
bool has_tests(const CalibrationSample& sample, std::size_t angle);

/// Whether a test belongs to the yardstick's radius: to 2 %, since patches of elements have the radii that
/// squares of whole elements have.
bool same_radius(double tested, double wanted);

/// Whether a test along `angle` belongs to calibration_angles[which]; angles 180 degrees apart are one.
bool same_angle(double angle, std::size_t which);

/// @param macroscale may have empty lists
/// @param stationary,quenched local tests of any radii and angles; those of the yardstick's radius and of
///   calibration_angles are taken
CalibrationSample calibration_sample(const MacroscaleSample& macroscale,
                                     const std::vector<LocalYield>& stationary,
                                     const std::vector<LocalYield>& quenched, const Yardstick& yardstick);

}  // namespace vitrum::compare
