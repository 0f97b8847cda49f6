// The slip systems of all elements of a lattice.
#pragma once

#include <cstddef>
#include <vector>

#include "elastoplastic/deviator.h"
#include "elastoplastic/threshold.h"

namespace vitrum::elastoplastic {

/// N slip systems per element, each with a direction and a threshold (paper 1, secs. 3.1 and 3.2).
class SlipSystems {
 public:
  SlipSystems(std::size_t elements, std::size_t per_element);

  /// Gives an element new systems (paper 1, sec. 3.2): groups of four at theta + {0, 45, 90, 135} degrees,
  /// theta uniform in (-90, 90] degrees, each with a threshold of its own. N must be a multiple of four.
  void renew(std::size_t element, const ThresholdLaw& law, RandomStream& random);

  struct Weakest {
    double distance;     ///< lowest distance to threshold tau_c - tau of the element; active when < 0
    std::size_t system;  ///< who has it; the first of equals
  };
  Weakest weakest(std::size_t element, const Deviator& stress) const;

  /// How much the shear stress xy can change in the direction `sense` (+1 or -1) before a system of this
  /// element reaches its threshold. Infinity when none can.
  double shear_to_threshold(std::size_t element, const Deviator& stress, double sense) const;

  Deviator direction(std::size_t element, std::size_t system) const {
    const std::size_t i = element * per_element_ + system;
    return {diagonal_[i], shear_[i]};
  }

  std::size_t per_element() const { return per_element_; }
  /// All systems, element by element: for snapshots.
  const std::vector<double>& diagonals() const { return diagonal_; }
  const std::vector<double>& shears() const { return shear_; }
  const std::vector<double>& thresholds() const { return threshold_; }
  /// Lengths must be those of the present systems.
  void assign(std::vector<double> diagonals, std::vector<double> shears, std::vector<double> thresholds);

 private:
  std::size_t per_element_;
  std::vector<double> diagonal_, shear_;  ///< slip directions
  std::vector<double> threshold_;
};

}  // namespace vitrum::elastoplastic
