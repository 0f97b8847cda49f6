// Specimens of the stochastic map in the loading program of the records.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/hear_share.h"
#include "compare/mean_curve.h"
#include "rig/program.h"
#include "seem/event_map.h"
#include "study/loading_record.h"

namespace vitrum::study {

/// One leg of the records and of specimens of the map: mean stress against the length of the way gone in that
/// leg, without sign. Errors are standard errors; times the root of the number of realizations, deviations.
struct LegComparison {
  std::string label;      ///< "sheared", "unloaded", "reloaded backward"
  bool reversed = false;  ///< it leads against the sense of the first leg beyond zero stress
  compare::MeanCurve measured, walked;
  /// Root mean square over the way of the difference of means: in units of its standard error, and over the
  /// largest measured mean stress.
  double z = 0, relative = 0;
  /// Specimens of the map that are left out: events while they came to rest at zero stress threw them farther
  /// than an increment may reach.
  std::int64_t lost = 0;
};

struct LegSettings {
  std::int64_t specimens = 200;
  std::uint64_t seed = 1;
  int threads = 0;
  HearShare hear = {};
};

/// Specimens of the map (seem::MapSpecimen) begin where those of the records begin, and go through the same
/// legs in increments that hold an event with a probability of 0.1 at most, and are no longer than those of
/// the records. Records without the leg are left out; a leg that none of them has has no `measured`.
/// @throws InputError when the first leg of a record ends elsewhere than that of `legs`
/// @throws InputError, PhysicsError as MapSpecimen
std::vector<LegComparison> compared_legs(const std::vector<rig::Leg>& legs,
                                         const std::vector<LoadingRecord>& records,
                                         const std::shared_ptr<const seem::EventMap>& map,
                                         const std::vector<seem::StatePoint>& starts,
                                         const LegSettings& settings);

}  // namespace vitrum::study
