// How well a map predicts trajectories that it was not made from.
#pragma once

#include <cstdint>
#include <vector>

#include "base/hear_share.h"
#include "seem/event_map.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

struct ScoreSettings {
  /// Standard deviations of ln(stress drop) and ln(share of heat) about each event of the map, in units of
  /// those of the trajectories.
  double jump_bandwidth = 0.2;
  /// Share of every rate that is the mean rate of the trajectories, and of every density that is a normal
  /// distribution with the mean and deviation of their jumps: without it an event where a map knows none
  /// would be impossible.
  double background = 0.01;
  std::int64_t most_events = 500;  ///< whose jumps are looked at, spread evenly over all
  HearShare hear = {};
};

/// Log-likelihoods of trajectories under a map (Daley and Vere-Jones 2003, eq. 7.2.1, of a marked point
/// process in strain).
struct MapScore {
  double rate = 0;  ///< sum over events of ln lambda, less the integral of lambda over the strain
  /// Mean over events of the logarithm of the density of both logarithms of EventSize at the event's own
  /// state, times their number.
  double jump = 0;
  double strain = 0;
  std::int64_t events = 0;
  /// Share of the events that were looked at whose size has no logarithm, drop or heat not being positive.
  double left_out = 0;

  /// Log-likelihood per unit strain.
  double per_strain() const { return strain > 0 ? (rate + jump) / strain : 0; }
};

/// Forward loading only. Differences between maps with the same settings say which one is better.
MapScore score(const EventMap& map, const TrajectorySet& held_out, const ScoreSettings& settings);

}  // namespace vitrum::seem
