// The stochastic map without bins: rates and jumps change smoothly through the state space.
#pragma once

#include <cstddef>
#include <vector>

#include "seem/event_map.h"
#include "seem/event_size.h"
#include "seem/gaussian_weights.h"
#include "seem/mean_trend.h"
#include "seem/stochastic_map.h"
#include "seem/trajectory.h"

namespace vitrum::seem {

/// Over which distances events say something about each other.
struct Bandwidth {
  double stress = 0, inelastic = 0;  ///< of the state, standard deviations of a Gaussian, > 0
  /// Of ln(stress drop) and ln(share of heat), in units of their standard deviations about their trends; 0:
  /// sizes as they were harvested.
  double jump = 0;
};

struct SmoothSettings {
  Loading loading = Loading::tangent;
  Unvisited unvisited = Unvisited::nearest;
  /// Strain, each bit of it weighed by its Gaussian, that a place must have been exposed to.
  double least_exposure = 1e-2;
  Bandwidth bandwidth;
  /// Whether rates and sizes have trends, about which they are smoothed; else these are constants.
  bool trends = true;
  HearShare hear = {};
};

/// At the state p the rate is t(p) times the sum over events of K(p - p_e) over the integral of t K(p -
/// p(gamma)) over the strain: that of Nadaraya and Watson with a Gaussian K of both variables, about a trend
/// t (MeanTrend) without which slopes would be lost that are not wider than K. An event is drawn with a
/// probability in proportion to K(p - p_e). Its stress drop and its heat, each times what the trend of their
/// means (MeanTrend) grows by from p_e to p, and times a lognormal factor of mean 1, are brought to p, and
/// Delta X_1 follows from the energy: u before = u after + heat by eqs. 5 and 7. As the heat is never
/// negative, no jump lies beyond the reversible bound (paper 2, fig. 3b). Sums are tabulated on cells of a
/// quarter of a bandwidth or, where these would be more than 400 on an axis, of a 400th of the range.
class SmoothMap final : public EventMap {
 public:
  /// @throws InputError when a bandwidth is not positive, when nothing was loaded forward, or when no place
  /// is known.
  SmoothMap(const TrajectorySet& trajectories, const ElasticLaw& law, const SmoothSettings& settings);

  Jump draw(std::size_t bin, const StatePoint& before, RandomStream& random) const override;
  void visit_jumps(std::size_t bin, const StatePoint& before, const VisitJump& visit) const override;

 private:
  void place_events(const TrajectorySet& trajectories, bool trends);
  void compute_rates(const std::vector<double>& exposure, const SmoothSettings& settings);
  EventSize means_at(const StatePoint& at) const { return {drop_trend_(at), heat_trend_(at)}; }
  /// Of the events in a column of cells, weighed by their distance along the stress from a row.
  double column_sum(std::size_t column, std::size_t row) const {
    return column_sums_[grid().bin(column, row)];
  }
  double events_in(std::size_t cell) const { return static_cast<double>(first_[cell + 1] - first_[cell]); }

  GaussianWeights columns_, rows_;
  EventSize smear_;  ///< standard deviations of the logarithms of the factors
  MeanTrend drop_trend_, heat_trend_;
  std::vector<std::size_t> stands_for_;  ///< cell whose events an unknown one takes
  std::vector<std::size_t> first_;       ///< of each cell's sizes, and at the end their number
  std::vector<EventSize> sizes_;         ///< in units of the trends
  std::vector<double> column_sums_;
};

}  // namespace vitrum::seem
