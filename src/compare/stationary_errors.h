// The errors of paper 1, sec. 4: how far a model is from a reference, eqs. 8 and 9 and their means.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/calibration_sample.h"
#include "compare/estimate.h"

namespace vitrum::compare {

/// Each error is absent where the reference does not know what it needs. Errors of the errors: bootstrap over
/// realizations of the reference and of the model, as in compare_macroscale; the same realizations are drawn
/// for all of them, so that correlations count.
struct StationaryErrors {
  std::array<std::optional<Estimate>, 3> density;  ///< L[P] of eq. 8, as macroscale_quantities
  std::array<std::array<std::optional<Estimate>, 8>, 2>
      local;                         ///< L[F] of eq. 9 by angle: means, then deviations
  std::optional<Estimate> macro;     ///< L_macro: mean of the L[P] that are known
  std::optional<Estimate> forward;   ///< L+_meso: mean of the L[F] at 0 degrees
  std::optional<Estimate> backward;  ///< L-_meso: at 90 degrees
  /// L_stat = (L_macro + (L+_meso + L-_meso)/2)/2, of what is known; not a number: nothing is.
  Estimate stat;
  double floor = 0;  ///< L_macro of two finite sets of this size from one model, as in compare_macroscale
  std::vector<std::string> missing;  ///< what was left out, in words
};

/// The errors alone, without their own errors: what a search minimises. A model that has no value of a
/// quantity (no event, no test that yields) is as wrong as can be there: 1 for eq. 8, 1 for each of eq. 9.
struct PlainErrors {
  std::array<std::optional<double>, 3> density;
  std::array<std::array<std::optional<double>, 8>, 2> local;
  std::optional<double> macro, forward, backward;
  double stat = 0;
};

/// What lies outside of the bins counts as a part of the whole and overlaps with nothing.
/// @param reference,model sums over all realizations, of at least one each
/// @throws std::invalid_argument when their counts are not those of the yardstick.
PlainErrors plain_errors(const Yardstick& yardstick, const CalibrationSample& reference,
                         const CalibrationSample& model);

/// @param reference,model one entry for each realization
/// @throws InputError when either has fewer than two realizations, there are fewer than two resamples, or the
///   reference knows nothing at all.
StationaryErrors stationary_errors(const Yardstick& yardstick, std::span<const CalibrationSample> reference,
                                   std::span<const CalibrationSample> model, int bootstrap,
                                   std::uint64_t seed);

/// The numbers that a likelihood compares, with their covariance over realizations (jackknife, of local
/// magnitudes over those that were tested): mean and
/// standard deviation of stress, drops and increments, events per strain (those with a drop > 0); and the
/// local magnitudes of eq. 9, at 0 and at 90 degrees. Only what the yardstick knows, so that those of a
/// reference and of a model stand in the same order. A mean of no values (a model without events) is 0.
struct SummaryStatistics {
  std::vector<std::string> names;  ///< "drop.mean", "events_per_strain", "tau_c.deviation.90", ...
  std::vector<double> value;
  std::vector<double> covariance;  ///< of `value`, row after row
};
/// @throws InputError when there are fewer than two realizations.
SummaryStatistics summary_statistics(const Yardstick& yardstick, std::span<const CalibrationSample> samples);

}  // namespace vitrum::compare
