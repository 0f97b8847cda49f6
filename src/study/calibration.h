// Lattices calibrated to a reference: what came out.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "compare/estimate.h"
#include "compare/posterior.h"
#include "compare/stationary_errors.h"
#include "elastoplastic/lattice_settings.h"
#include "record/group.h"

namespace vitrum::study {

/// Least errors as a function of the first parameter (paper 1, fig. 3a, b, d): k, or tau_c where thresholds
/// are fixed.
struct ErrorProfile {
  std::vector<double> first;                   ///< values of the first parameter
  std::vector<compare::Estimate> macro, stat;  ///< least L_macro; L_stat of the best point near it
  std::vector<std::optional<double>> forward,
      backward;                                 ///< L+_meso and L-_meso of that point; absent: not known
  std::vector<std::vector<double>> parameters;  ///< of that point, as CalibratedModel::names
};

/// One variant at one element length.
struct CalibratedModel {
  std::string variant;  ///< letter of paper 1, fig. 6, or "own"
  double element_length = 0;
  elastoplastic::LatticeSettings lattice;  ///< at the optimum
  std::vector<std::string> names;          ///< free parameters, keys of [lattice]
  std::vector<compare::Estimate> optimum;  ///< their values where L_stat is least
  /// Of these errors, squared and added: that of the search, and that of a finite number of glasses. Empty
  /// where they are not told apart.
  std::vector<double> search_error, reference_error;
  std::vector<double> correlation;   ///< of the errors of `optimum`, row after row; empty: not known
  std::string doubt;                 ///< why there is no sure optimum; empty when there is one
  compare::StationaryErrors errors;  ///< there, of lattices that no trial had
  ErrorProfile profile;
  std::optional<compare::Posterior> posterior;  ///< of the coordinates of the search (variants.h)
  std::int64_t trials = 0;                      ///< parameter sets that were tried
};

/// The parent temperature whose quench is nearest to that of the reference (paper 1, A.3).
struct QuenchTemperature {
  std::vector<double> temperature;
  std::vector<compare::Estimate> mismatch;  ///< mean |1 - F_EP / F_ref| over the magnitudes
  std::optional<compare::Estimate> best;    ///< absent: the least lies at an end of the temperatures tried
  /// Share of resamples whose least lies at an end: where it is not small, the error of `best` is too small,
  /// since nothing was tried beyond. Not a number: not known.
  double at_ends = std::numeric_limits<double>::quiet_NaN();

  /// That of the lattices that are compared with the glass as quenched: the best one, or else that of the
  /// least mismatch among those tried. There must be one.
  double nearest() const;
};

/// lambda sought anew for another number of slip systems (paper 1, fig. 7).
struct ScaleOfSystems {
  int slip_systems = 0;
  compare::Estimate scale;
};

/// Fluctuation of the stress of samples of one size (paper 1, fig. 5b).
struct StressDeviationOfSize {
  double width = 0;             ///< L
  compare::Estimate deviation;  ///< std(Sigma_xy) in the stationary window, all samples together
};

struct CalibrationResults {
  std::vector<CalibratedModel> models;  ///< first those of the element lengths, then the other variants
  std::optional<QuenchTemperature> temperature;
  std::vector<ScaleOfSystems> scales;
  std::vector<StressDeviationOfSize> sizes;  ///< of lattices at the first optimum
};

/// Names of the stages behind the models, and of what came out in them.
inline const std::string temperature_task = "calibrated-temperature", systems_task = "calibrated-systems",
                         sizes_task = "calibrated-sizes";

compare::Estimate deviation_of_stress(const std::vector<compare::CalibrationSample>& samples);

Group to_group(const CalibratedModel& model);
Group to_group(const QuenchTemperature& temperature);
Group to_group(const std::vector<ScaleOfSystems>& scales);
Group to_group(const std::vector<StressDeviationOfSize>& sizes);
/// All: @throws InputError when a number is missing.
CalibratedModel calibrated_model_from(const Group& group);
QuenchTemperature quench_temperature_from(const Group& group);
std::vector<ScaleOfSystems> scales_of_systems_from(const Group& group);
std::vector<StressDeviationOfSize> sizes_from(const Group& group);

}  // namespace vitrum::study
