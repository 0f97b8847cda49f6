// The macroscale comparison of paper 1, sec. 4.1: densities of stress, drops and increments, eq. 8.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/hear_share.h"
#include "compare/estimate.h"
#include "compare/stress_deviation.h"
#include "record/history.h"

namespace vitrum::compare {

/// What one realization shows in its stationary window.
struct MacroscaleSample {
  std::vector<double> stress;      ///< shear stress after relaxation on the uniform strain grid
  std::vector<double> drops;       ///< stress drop of every event in the window; a few may be negative
  std::vector<double> increments;  ///< rise along the elastic branch that led to each of these events
  double window = 0;               ///< strain covered
  double from = 0;                 ///< strain at which the window begins
  double increment = 0;            ///< spacing of `stress` in strain
  std::int64_t slips = 0;          ///< slip events in the window (0: the model does not count them)
  std::int64_t duration = 0;       ///< relaxation steps of its avalanches (0: not counted)
  double participation = 0;        ///< atoms or elements of its events, summed over events (0: not known)
};

/// Reads the sample off the first leg of a history, strains `from` to `to`: grid points with
/// from <= strain <= to, events with from < strain <= to. States that an event-driven model skipped are
/// filled in: they are elastic, linear in strain. A rise begins where the previous event of the leg
/// ended, even before the window, so that no branch is cut.
/// @throws InputError when the first leg does not cover the window.
MacroscaleSample macroscale_sample(const History& history, double from, double to);

/// A probability density on bins, with the standard error of each bin (bootstrap over realizations).
struct Density {
  std::vector<double> edges;  ///< bins + 1
  std::vector<double> value;  ///< bins, integral 1
  std::vector<double> error;  ///< bins
};

/// One quantity of the two models side by side. Means and standard deviations are those of all values
/// of all realizations together; densities of drops and increments leave out values <= 0.
struct DensityPair {
  std::string quantity;  ///< "stress", "drop", "increment"
  Density first, second;
  Estimate mean_first, mean_second;
  Estimate std_first, std_second;
  Estimate mismatch;          ///< L[P] of eq. 8
  double floor = 0;           ///< mean L[P] of two finite sets of this size from one and the same model
  bool logarithmic = false;   ///< bins of equal ratio after a first one that begins at 0
  double excluded_first = 0;  ///< share of values <= 0 that the density leaves out
  double excluded_second = 0;
};

struct MacroscaleComparison {
  std::vector<DensityPair> quantities;   ///< stress, drop, increment
  Estimate macro;                        ///< L_macro: mean of the three L[P] (paper 1, sec. 4.1)
  double floor = 0;                      ///< its finite-sample floor
  std::vector<DeviationPair> deviation;  ///< r(Delta gamma) of eq. 10, over strain intervals of rising width
  double from_first = 0;                 ///< strains at which the windows begin
  double from_second = 0;
};

struct MacroscaleOptions {
  int bins = 40;
  int bootstrap = 400;
  std::uint64_t seed = 1;
  HearShare hear = {};
};

/// Compares two ensembles. Realizations are the unit of resampling, so the errors hold for correlated
/// stress-strain curves. Bins are common to both models and span both sets of data. Stress: equal
/// widths. Drops, whose density falls over decades: a bin from 0 to the lower one of the two models'
/// first percentiles, then equal ratios. Increments: equal ratios too, but edges halfway between whole
/// multiples of the rise over one strain increment, since elastic branches begin and end on the strain
/// grid. All densities are per unit of the quantity itself, so L[P] is the integral of eq. 8 whatever
/// the bins.
///
/// Errors: of n realizations n - 1 are drawn with replacement, which gives a mean its usual unbiased
/// error (Rao and Wu, J. Am. Stat. Assoc. 83, 231 (1988)). Floor: were both models the same, their
/// densities would differ by their statistical deviations d alone; those are drawn from the same
/// bootstrap, each model with its own number of realizations, and floor = <integral |d1 - d2| / 2>.
/// @throws InputError when an ensemble has fewer than two realizations or no event.
MacroscaleComparison compare_macroscale(const std::vector<MacroscaleSample>& first,
                                        const std::vector<MacroscaleSample>& second,
                                        const MacroscaleOptions& options);

/// L[P] of eq. 8 for two densities on the same bins.
/// @throws InputError when the numbers of bins disagree.
double density_mismatch(const std::vector<double>& edges, const std::vector<double>& first,
                        const std::vector<double>& second);

}  // namespace vitrum::compare
