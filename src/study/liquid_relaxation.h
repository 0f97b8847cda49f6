// Whether the liquids that glasses were quenched from forgot how they began.
#pragma once

#include <cstddef>
#include <vector>

#include "study/results.h"

namespace vitrum::study {

/// Of the structural relaxation (docs/conventions.md, Relaxation of the liquid) while liquids were held.
struct LiquidRelaxation {
  std::size_t watched = 0;  ///< liquids; glasses that were read, and records of early versions, tell nothing
  std::size_t never = 0;    ///< of these: their structure did not relax once
  std::vector<double> times;  ///< tau_alpha of the others
  std::vector<double> holds;  ///< for how many tau_alpha each of these was held

  /// Liquids that were held for less than `equilibrium_hold`, those that never relaxed included.
  std::size_t short_holds() const;
  /// All that there are were watched and held long enough.
  bool in_equilibrium() const { return watched > 0 && short_holds() == 0; }
};

/// A liquid held for so many of its relaxation times is called one in equilibrium.
inline constexpr double equilibrium_hold = 10;

LiquidRelaxation liquid_relaxation(const std::vector<SampleRecord>& glasses);

}  // namespace vitrum::study
