// What local shear tests of an ensemble say at one scale along one direction: paper 1, figs. 4, 5c, 8 and 9.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/estimate.h"
#include "compare/mean_curve.h"
#include "compare/size_density.h"
#include "record/local_yield.h"

namespace vitrum::compare {

/// A number that every local test gives.
struct LocalQuantity {
  const char* name;    ///< "tau_c", stable, for programs
  const char* label;   ///< "local yield stress"
  const char* symbol;  ///< "<tau_c>", without the brackets
  double (*of)(const LocalYield&);
  bool before;  ///< known before the test, whether it found an instability or not
};

/// von_mises, tau_i, tau_c, distance, drop: the order of paper 1, fig. 4; then critical_strain.
std::span<const LocalQuantity> local_quantities();

struct LocalMoments {
  Estimate mean, deviation;  ///< standard deviation over the tests
};

/// Tests of one state, one radius and one angle. Tests that found no instability stay out of all that an
/// instability tells: where there are many of them, means of tau_c and distance are too low.
struct LocalStatistics {
  double radius = 0;
  std::int64_t elements = 0;  ///< along the edge of a patch; 0: atoms
  double angle = 0;           ///< degrees
  std::int64_t tests = 0, realizations = 0;
  double not_found = 0;               ///< share of the tests
  std::vector<LocalMoments> moments;  ///< as local_quantities()
  /// Share of negative tau_c: those for which |angle - stress_angle| > arccos(-distance / von Mises) / 2
  /// (paper 1, eq. 12).
  Estimate negative;
};

/// One list of tests for each realization.
using LocalTests = std::vector<std::vector<LocalYield>>;

/// Of every radius and angle that was tested, by radius, then by angle. Errors from the differences between
/// realizations (jackknife.h). Empty where there are no tests.
std::vector<LocalStatistics> local_statistics(const LocalTests& tests);

/// Those of one radius and angle.
LocalTests tests_of(const LocalTests& tests, double radius, double angle);

/// A probability density over tests, with standard errors; integral 1.
struct LocalDensity {
  std::vector<double> edges, density, error;
};
/// Of a quantity, in bins of equal width over all values.
LocalDensity local_density(const LocalTests& tests, const LocalQuantity& quantity, int bins);

/// Of distances to threshold > 0, in bins of equal ratio: the weak end, whose power law tells how near to
/// instability a sample is as a whole (paper 1, sec. 6).
SizeDensity distance_density(const LocalTests& tests);

/// Mean drop against mean yield stress (paper 1, fig. 5c): tests sorted by tau_c into `bins` equal portions;
/// x: mean tau_c of a portion; value: its mean drop.
MeanCurve drop_against_yield_stress(const LocalTests& tests, int bins);

}  // namespace vitrum::compare
