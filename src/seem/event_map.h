// What a walker needs to know of a glass: paper 2, eq. 4.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/error.h"
#include "base/hear_share.h"
#include "base/random.h"
#include "seem/loading.h"
#include "seem/state_grid.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// Events at a rate that is constant in each cell of a grid, and the jumps that they make. Constant once
/// made; any number of walkers may use it.
class EventMap {
 public:
  virtual ~EventMap() = default;

  const ElasticLaw& law() const { return law_; }
  const StateGrid& grid() const { return grid_; }

  /// lambda, events per unit strain of forward loading.
  double rate(std::size_t bin) const { return rates_[bin]; }
  double largest_rate() const;
  /// Whether the harvest knows enough of the bin.
  bool is_known(std::size_t bin) const { return known_[bin]; }
  /// The jump of an event that happens at `before`, which lies in this bin, nearest to it or, by eq. 4, one
  /// increment beyond it.
  /// @pre rate(bin) > 0
  virtual Jump draw(std::size_t bin, const StatePoint& before, RandomStream& random) const = 0;
  /// All events that draw() chooses from, with the probability of each; without smoothing of their sizes.
  using VisitJump = std::function<void(double probability, const Jump& jump)>;
  virtual void visit_jumps(std::size_t bin, const StatePoint& before, const VisitJump& visit) const = 0;

  /// Strain of elastic loading from `from` to a stress, X_1 being constant, and the stress after such a
  /// strain.
  double strain_between(const StatePoint& from, double stress) const;
  double stress_after(const StatePoint& from, double strain) const;
  /// d tau / d gamma of elastic loading.
  double slope(const StatePoint& at) const { return loading_slope(law_, loading_, at); }

 protected:
  EventMap(const StateGrid& grid, const ElasticLaw& law, Loading loading)
      : rates_(grid.bins()), known_(grid.bins()), law_(law), loading_(loading), grid_(grid) {}
  EventMap(const EventMap&) = default;
  EventMap& operator=(const EventMap&) = default;

  /// For each bin the nearest known one, itself when it is known; distances in units of the grid's ranges.
  /// There must be one.
  std::vector<std::size_t> nearest_known(const HearShare& hear = {}) const;

  std::vector<double> rates_;
  std::vector<bool> known_;

 private:
  ElasticLaw law_;
  Loading loading_;
  StateGrid grid_;
};

/// An increment is too long for eq. 4.
class TooManyEvents : public InputError {
 public:
  using InputError::InputError;
};

/// @throws TooManyEvents when an increment of this size would hold an event with a probability above 0.1
/// somewhere in the map: eq. 4 knows one at most.
void require_rare_events(const EventMap& map, double increment);

/// @throws PhysicsError when X_1 has reached u_A, where eq. 7 ends.
void require_elastic(const ElasticLaw& law, double inelastic);

}  // namespace vitrum::seem
