// What measured statistics say about the parameters of a model: their posterior distribution.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/search.h"
#include "compare/stationary_errors.h"

namespace vitrum::compare {

/// The statistics of a model at one point, in the order of the reference's.
struct StatisticsTrial {
  Point at;
  std::vector<double> value;
  std::vector<double> error;  ///< standard errors from the model's finite number of realizations
};

struct PosteriorOptions {
  int chains = 4;
  int length = 3000;        ///< samples kept of each chain; as many go before as burn-in
  bool discrepancy = true;  ///< widen by the Birge ratio when the model cannot reproduce the reference
  int thinned = 500;        ///< samples that are handed out
};

/// One parameter.
struct ParameterBelief {
  std::string name;
  double mean = 0, deviation = 0;
  std::array<double, 2> middle_68{}, middle_95{};  ///< equal tails
};

/// One statistic at the best point.
struct StatisticPull {
  std::string name;
  double model = 0, reference = 0;
  double pull = 0;  ///< difference over its standard error, the discrepancy not included
};

struct Posterior {
  std::vector<ParameterBelief> parameters;
  std::vector<double> correlation;  ///< of the parameters, row after row
  std::vector<Point> samples;
  Point best;              ///< where chi^2 is least
  double chi_square = 0;   ///< there
  int degrees = 0;         ///< statistics less parameters
  double discrepancy = 1;  ///< factor of all variances: the larger of 1 and chi^2 over degrees
  double shrinkage = 0;    ///< of the reference's correlations
  double emulator_residual =
      0;  ///< rms of leave-one-out residuals in their own deviations: 1 when all is well
  std::vector<StatisticPull> pulls;
  std::vector<double> r_hat, effective_samples;
  bool converged = false;  ///< r_hat below 1.02 and 200 effective samples, in each parameter
};

/// Each statistic of the model is emulated by a Gaussian process (quadratic trend where trials allow) over
/// the box; the prior is flat over the scales of SearchBox. With C the reference's covariance
/// (shrunk_covariance) plus the emulators' variances, chi^2 = (model - reference) C^-1 (model - reference),
/// and n realizations of the reference, the likelihood is |C|^-1/2 (1 + chi^2/(n - 1))^(-n/2) (Sellentin and
/// Heavens 2016), normal where the covariance is exact. When the least chi^2 is larger than its degrees of
/// freedom, C is multiplied by their ratio (Birge 1932): a model that cannot reproduce everything tells its
/// parameters less well.
/// @param reference_realizations 0: the covariance is exact
/// @throws InputError when trials and reference do not fit together or trials are too few; PhysicsError when
/// an
///   emulator cannot be made.
Posterior posterior(const std::vector<Parameter>& parameters, const std::vector<StatisticsTrial>& trials,
                    const SummaryStatistics& reference, int reference_realizations,
                    const PosteriorOptions& options, std::uint64_t seed);

}  // namespace vitrum::compare
