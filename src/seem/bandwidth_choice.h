// Which bandwidths predict best what they have not seen.
#pragma once

#include <vector>

#include "seem/map_score.h"
#include "seem/smooth_map.h"

namespace vitrum::seem {

/// Candidates and how they are tried.
struct BandwidthSearch {
  /// Of the state, in units of the standard deviations of tau and X_1 over the events.
  std::vector<double> state{0.05, 0.1, 0.2, 0.4, 0.8};
  std::vector<double> jump{0.1, 0.2, 0.4, 0.8};
  int parts = 5;        ///< samples i with equal i modulo this are held out together
  int threads = 0;      ///< does not change the result
  ScoreSettings score;  ///< its jump_bandwidth is that of the candidate
  HearShare hear = {};
};

struct BandwidthTrial {
  double state = 0;  ///< in units of the standard deviations
  Bandwidth bandwidth;
  double score = 0;  ///< log-likelihood per unit strain of what was held out
};

struct BandwidthChoice {
  Bandwidth best;
  std::vector<BandwidthTrial> trials;
  bool at_edge = false;  ///< the best is the smallest or largest candidate of either kind
};

/// Every candidate by cross-validation over samples: maps are made from the other parts and score the part
/// that was left out.
/// @throws InputError with fewer samples than two, without candidates, or without events that differ.
BandwidthChoice choose_bandwidth(const std::vector<Trajectory>& samples, const ElasticLaw& law,
                                 const SmoothSettings& settings, const BandwidthSearch& search);

}  // namespace vitrum::seem
