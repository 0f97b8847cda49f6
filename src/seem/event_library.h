// What was harvested: how often events happen in each bin of the state space, and every one of them (paper
// 2).
#pragma once

#include <cstdint>
#include <vector>

#include "record/group.h"
#include "seem/state_grid.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// What happened in one bin.
struct BinRecord {
  double exposure = 0;      ///< strain that specimens were loaded by while they stood in it
  std::vector<Jump> jumps;  ///< of every event that began in it
  std::int64_t visits = 0;  ///< recorded states in it

  /// lambda, events per unit strain; 0 where nothing was exposed.
  double rate() const { return exposure > 0 ? static_cast<double>(jumps.size()) / exposure : 0; }

  friend bool operator==(const BinRecord&, const BinRecord&) = default;
};

/// The statistics of forward loading, bin by bin: what is harvested from trajectories, and what the
/// stochastic map draws from.
class EventLibrary {
 public:
  EventLibrary() = default;
  explicit EventLibrary(StateGrid grid);

  /// Adds the forward loading of a trajectory: paths of positive increments and events after them. What lies
  /// beyond the grid goes to the nearest bins and is counted.
  void add(const Trajectory& trajectory);
  /// Adds another library of the same grid. @throws InputError when the grids differ.
  void add(const EventLibrary& other);

  const StateGrid& grid() const { return grid_; }
  const BinRecord& operator[](std::size_t bin) const { return bins_[bin]; }
  std::int64_t events() const;
  double exposure() const;
  /// Bins that anything was seen in.
  std::size_t visited() const;
  /// Share of the exposure that lay beyond the grid.
  double beyond() const { return exposure() > 0 ? beyond_ / exposure() : 0; }

  friend bool operator==(const EventLibrary&, const EventLibrary&) = default;

  friend Group to_group(const EventLibrary& library);
  friend EventLibrary event_library_from(const Group& group);

 private:
  StateGrid grid_;
  std::vector<BinRecord> bins_ = std::vector<BinRecord>(1);
  double beyond_ = 0;
};

Group to_group(const EventLibrary& library);
/// @throws InputError when a dataset is missing or lengths disagree.
EventLibrary event_library_from(const Group& group);

}  // namespace vitrum::seem
