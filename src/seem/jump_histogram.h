// The events of one bin, and the bound that entropy sets them: paper 2, fig. 3b.
#pragma once

#include <cstdint>
#include <vector>

#include "seem/event_library.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// The bin with the most events. @throws InputError when there is no event.
std::size_t most_visited_bin(const EventLibrary& library);

/// How often events of one bin change X_1 and the stress by how much.
struct JumpHistogram {
  std::vector<double> inelastic_edges, drop_edges;  ///< equal widths over the bin's events
  /// counts[i * drops + j] for the i-th interval of Delta X_1 and the j-th of the drop
  std::vector<std::int64_t> counts;
  /// The bound at the bin's centre, Delta X_1 at each of drop_edges: Delta S = 0.
  std::vector<double> bound;
  /// Share of its events that lie beyond the bound of the bin's centre. Within a bin the bound differs, so
  /// this is no violation; see share_beyond_bound() for that.
  double beyond = 0;
};

/// @throws InputError when the bin has no events or an axis no interval.
JumpHistogram jump_histogram(const EventLibrary& library, std::size_t bin, const ElasticLaw& law,
                             std::size_t inelastic_intervals, std::size_t drop_intervals);

/// Share of the forward events whose Delta X_1 exceeds the reversible bound of their own state by more than
/// `tolerance`, energy per atom; 0 without events.
double share_beyond_bound(const std::vector<Trajectory>& trajectories, const ElasticLaw& law,
                          double tolerance);

/// Delta X_1 of the forward events that rejuvenate, as shares of the reversible bound of their own state, in
/// rising order: what is stored of the elastic energy that the drop sets free, the rest being heat.
std::vector<double> stored_shares(const std::vector<Trajectory>& trajectories, const ElasticLaw& law);

}  // namespace vitrum::seem
