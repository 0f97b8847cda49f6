// Elastic loading as a record holds it, before any elastic law is known.
#pragma once

#include <cstdint>
#include <vector>

#include "record/history.h"

namespace vitrum::seem {

/// What a specimen had at one end of a stretch.
struct StretchEnd {
  double stress = 0;
  double energy = 0;  ///< per atom

  friend bool operator==(const StretchEnd&, const StretchEnd&) = default;
};

/// Loading from one recorded state to a later one with no event between them.
struct QuietStretch {
  double begin = 0;      ///< strain since the specimen's first state, signed
  double increment = 0;  ///< of the strain, > 0
  StretchEnd from, to;

  friend bool operator==(const QuietStretch&, const QuietStretch&) = default;
};

/// The forward quiet stretches of a history, each as many neighbouring increments together as fit into
/// `longest` (one at least).
/// @param atoms of the specimen, > 0
/// @param legs which legs of the program; empty: all
/// @throws InputError when atoms <= 0 or longest < 0
std::vector<QuietStretch> quiet_stretches(const History& history, double atoms, double longest,
                                          const std::vector<std::int64_t>& legs = {});

}  // namespace vitrum::seem
