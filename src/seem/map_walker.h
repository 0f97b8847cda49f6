// One specimen that goes its way through the stochastic map.
#pragma once

#include <cstdint>

#include "base/random.h"
#include "seem/event_map.h"

namespace vitrum::seem {

/// How often a replay went where the harvest did not.
struct WalkCounts {
  std::int64_t events = 0;
  double strain = 0;     ///< gone through, without sign
  double unvisited = 0;  ///< of it, in bins that the harvest knows too little of, or beyond the grid

  friend bool operator==(const WalkCounts&, const WalkCounts&) = default;
};

/// A walker that loads and jumps. Under a falling strain the map is used mirrored: (tau, X_1) under -d gamma
/// behaves as (-tau, X_1) under d gamma. The same calls with the same stream give the same bits; others do
/// not.
class MapWalker {
 public:
  /// @param map kept by reference
  MapWalker(const EventMap& map, const StatePoint& start, RandomStream random)
      : map_(&map), at_(start), random_(random) {}

  const StatePoint& at() const { return at_; }
  const WalkCounts& counts() const { return counts_; }
  std::uint64_t random_counter() const { return random_.counter(); }

  /// `count` increments by eq. 4: elastic loading and, with the probability p = lambda d gamma of the bin in
  /// which the increment began, one of that bin's events.
  /// @throws InputError when p > 0.1 in any bin: two events in one increment would not be rare, and eq. 4
  /// knows one at most.
  /// @throws PhysicsError when X_1 reaches u_A, where eq. 7 ends.
  void step(double increment, std::int64_t count = 1);

  /// The limit of small increments: events after exponential waiting strains, at any rate.
  void load(double strain);

  /// Goes on from elsewhere.
  void restore(const StatePoint& at, const WalkCounts& counts, std::uint64_t random_counter);

 private:
  double strain_to_edge(const StatePoint& here, std::size_t bin) const;
  void jump(std::size_t bin, const StatePoint& here, double sign);
  void count(std::size_t bin, const StatePoint& mirrored, double strain);

  const EventMap* map_;
  StatePoint at_;
  RandomStream random_;
  WalkCounts counts_;
  double checked_ = 0;  // the largest increment that was seen to hold rare events only
};

}  // namespace vitrum::seem
