// The mean flow through the state space: paper 2, fig. 2.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "math/estimate.h"
#include "seem/event_library.h"
#include "seem/loading.h"

namespace vitrum::seem {

/// The mean of what happens in one bin. Errors count the events as independent of each other.
struct BinFlow {
  double exposure = 0;  ///< strain; where it is 0 nothing else is known, and all numbers are 0
  std::int64_t events = 0;
  Estimate rate;                    ///< lambda, events per unit strain, fig. 2a; error sqrt(events)/exposure
  Estimate stress_drop, inelastic;  ///< means over its events, figs. 2c and 2b; errors std/sqrt(events)
  double loading = 0;               ///< d tau/d gamma of elastic loading at the bin's centre
  /// d tau/d gamma = loading - sum of drops / exposure, fig. 2d; error sqrt(sum of squares)/exposure, that of
  /// a compound Poisson process, 0 without events.
  Estimate stress_drift;
  Estimate inelastic_drift;  ///< d X_1/d gamma, likewise
};

struct MeanFlow {
  StateGrid grid;
  std::vector<BinFlow> bins;
};

MeanFlow mean_flow(const EventLibrary& library, const ElasticLaw& law, Loading loading);

/// A piece of a nullcline.
using NullSegment = std::array<StatePoint, 2>;

/// Where the drift of the stress, or that of X_1, is zero: between the centres of neighbouring bins, four of
/// them together (two triangles, linear on each), that were all exposed to `least_exposure` or more.
std::vector<NullSegment> stress_nullcline(const MeanFlow& flow, double least_exposure);
std::vector<NullSegment> inelastic_nullcline(const MeanFlow& flow, double least_exposure);

}  // namespace vitrum::seem
