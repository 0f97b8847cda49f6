// The stochastic map of paper 2, eq. 4: what a glass does in each bin of the state space.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.h"
#include "seem/event_library.h"
#include "seem/loading.h"

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

/// The map: rates and jumps of a library, by bin. Constant once made; any number of walkers may use it.
class StochasticMap {
 public:
  /// @throws InputError when no bin of the library is known.
  StochasticMap(const EventLibrary& library, const ElasticLaw& law, const MapSettings& settings);

  const ElasticLaw& law() const { return law_; }
  const StateGrid& grid() const { return grid_; }
  const MapSettings& settings() const { return settings_; }

  /// lambda, events per unit strain; of an unknown bin by MapSettings::unvisited.
  double rate(std::size_t bin) const { return bins_[bin].rate; }
  double largest_rate() const;
  /// One of the bin's events, all with the same probability, by a uniform number of [0, 1). @pre rate(bin) >
  /// 0
  const Jump& draw(std::size_t bin, double uniform) const;
  /// Whether the harvest knows enough of the bin.
  bool is_known(std::size_t bin) const { return bins_[bin].known; }

  /// Strain of elastic loading from `from` to a stress, X_1 being constant, and the stress after such a
  /// strain.
  double strain_between(const StatePoint& from, double stress) const;
  double stress_after(const StatePoint& from, double strain) const;

 private:
  struct Bin {
    double rate = 0;
    std::size_t first = 0, count = 0;  // jumps of the bin that it stands for
    bool known = false;
  };

  ElasticLaw law_;
  StateGrid grid_;
  MapSettings settings_;
  std::vector<Bin> bins_;
  std::vector<Jump> jumps_;
};

}  // namespace vitrum::seem
