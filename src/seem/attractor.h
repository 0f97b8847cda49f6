// The fixed point of the mean flow: paper 2, fig. 2d.
#pragma once

#include <array>
#include <complex>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/hear_share.h"
#include "math/estimate.h"
#include "seem/mean_flow.h"

namespace vitrum::seem {

/// The point where loading and events, ageing and rejuvenation balance.
struct FixedPoint {
  StatePoint at;
  /// Of the drift's derivatives there, per unit strain: both with negative real parts, then it attracts; the
  /// inverse of the smallest is the strain over which it is forgotten where a specimen came from.
  std::array<std::complex<double>, 2> eigenvalues;

  bool attracts() const { return eigenvalues[0].real() < 0 && eigenvalues[1].real() < 0; }
};

/// Where the mean flow vanishes. Around a point the drifts of all bins are fitted by a plane, weighed by
/// their exposure and by a Gaussian of `bandwidth` times the grid's ranges about it; the point moves to where
/// the plane is zero until it stays. It starts at the bin of the largest exposure. Curvature of the drift v
/// displaces it by about v''/(2 v') times the mean square distance of what is weighed.
/// @returns nothing when it leaves the grid or does not come to rest
std::optional<FixedPoint> fixed_point(const MeanFlow& flow, double bandwidth);

struct AttractorEstimate {
  FixedPoint point;
  /// Errors: standard deviations over draws of samples; not numbers of a single sample.
  Estimate stress, inelastic;
  double correlation = 0;  ///< of both
  std::int64_t found = 0;  ///< of the draws that had a fixed point that attracts
  std::int64_t draws = 0;
};

struct AttractorSettings {
  Loading loading = Loading::tangent;
  double bandwidth = 0.1;
  int draws = 200;
  std::uint64_t seed = 1;
  HearShare hear = {};
};

/// The attractor with its error, by a bootstrap over samples.
/// @param samples one library for each, all of the same grid
/// @throws InputError without samples, when grids differ, or when there is no fixed point that attracts.
AttractorEstimate find_attractor(const std::vector<EventLibrary>& samples, const ElasticLaw& law,
                                 const AttractorSettings& settings);

}  // namespace vitrum::seem
