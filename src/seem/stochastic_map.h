// The stochastic map of paper 2, eq. 4: what a glass does in each bin of the state space.
#pragma once

#include <vector>

#include "seem/event_library.h"
#include "seem/event_map.h"

namespace vitrum::seem {

/// What happens in bins that the harvest knows too little of.
enum class Unvisited {
  nearest,  ///< rate and events of the nearest known bin, distances in units of the grid's ranges
  elastic,  ///< no events
};

struct MapSettings {
  Loading loading = Loading::tangent;
  Unvisited unvisited = Unvisited::nearest;
  double least_exposure = 1e-3;  ///< strain that a bin must have been exposed to, or it counts as unvisited
};

/// The map: rates and jumps of a library, by bin.
class StochasticMap final : public EventMap {
 public:
  /// @throws InputError when no bin of the library is known.
  StochasticMap(const EventLibrary& library, const ElasticLaw& law, const MapSettings& settings);

  const MapSettings& settings() const { return settings_; }

  /// One of the bin's events, all with the same probability, by a uniform number of [0, 1). @pre rate(bin) >
  /// 0
  const Jump& draw(std::size_t bin, double uniform) const;
  Jump draw(std::size_t bin, const StatePoint&, RandomStream& random) const override {
    return draw(bin, random.uniform());
  }
  void visit_jumps(std::size_t bin, const StatePoint& before, const VisitJump& visit) const override;

 private:
  /// Jumps of the bin that a bin stands for.
  struct Range {
    std::size_t first = 0, count = 0;
  };

  MapSettings settings_;
  std::vector<Range> ranges_;
  std::vector<Jump> jumps_;
};

}  // namespace vitrum::seem
