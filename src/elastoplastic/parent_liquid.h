// The parent liquid of a lattice, and its instantaneous quench: paper 1, A.3.
#pragma once

#include <cstdint>

#include "elastoplastic/lattice_specimen.h"
#include "record/group.h"

namespace vitrum::elastoplastic {

/// Lets a fresh lattice flow by thermal activation at gamma = 0 until stress and thresholds are stationary,
/// then takes the temperature away and lets it relax. What is left is the stress of the glass; its plastic
/// strain counts from there.
///
/// Stationary: when all but one in a hundred elements have slipped, that is, have lost the slip systems that
/// they began with. docs/methods/lattice.md shows what stress and thresholds do before and after. In mode
/// `mepls` it ends after 1100 events, whatever the lattice; with `liquid_events`, after so many per element.
class ParentLiquid {
 public:
  /// The specimen must be fresh, its settings ask for a liquid, and it must outlive this object.
  /// @throws InputError when they do not.
  explicit ParentLiquid(LatticeSpecimen& specimen);

  bool finished() const { return finished_; }
  /// One thermally activated event with its avalanche; the last call quenches.
  /// @throws PhysicsError when an avalanche does not end, or nothing is ever activated.
  void advance();
  /// Share of the way, as far as it can be known, 0 to 1.
  double progress() const;

  /// What the liquid went through, as numbers: events and slips, time, mean von Mises stress after the
  /// quench.
  Group record() const;

  /// The specimen with it. A fresh liquid on a fresh specimen goes on from there to the same bits.
  Group snapshot() const;
  void restore(const Group& snapshot);

 private:
  void look();
  bool is_over() const;
  void quench();

  LatticeSpecimen& specimen_;
  std::int64_t interval_;  // events between two looks at the lattice
  std::int64_t events_ = 0, slips_ = 0;
  double time_ = 0;
  double as_in_the_beginning_ = 1;  // share of elements that have not slipped
  double quenched_stress_ = 0;
  bool finished_ = false;
};

/// Everything a parent liquid does, at once.
Group quench_from_liquid(LatticeSpecimen& specimen);

}  // namespace vitrum::elastoplastic
