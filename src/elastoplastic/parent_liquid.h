// The parent liquid of a lattice, and its instantaneous quench: paper 1, A.3.
#pragma once

#include <cstdint>
#include <vector>

#include "elastoplastic/lattice_specimen.h"
#include "record/group.h"

namespace vitrum::elastoplastic {

/// Lets a fresh lattice flow by thermal activation at gamma = 0 until stress and thresholds are stationary,
/// then takes the temperature away and lets it relax. What is left is the stress of the glass; its plastic
/// strain counts from there.
///
/// When it is stationary: docs/methods/lattice.md. Mode `mepls`: after 1100 events, whatever the lattice.
class ParentLiquid {
 public:
  /// The specimen must be fresh, its settings ask for a liquid, and it must outlive this object.
  explicit ParentLiquid(LatticeSpecimen& specimen);

  bool finished() const { return finished_; }
  /// One thermally activated event with its avalanche; the last call quenches.
  /// @throws PhysicsError when an avalanche does not end.
  void advance();
  /// Mean von Mises stress after the events of each window so far.
  const std::vector<double>& windows() const { return windows_; }
  /// Share of the way, as far as it can be known, 0 to 1.
  double progress() const;

  /// What the liquid went through, as numbers: events, slips, time, mean von Mises stress before and after.
  Group record() const;

  Group snapshot() const;
  void restore(const Group& snapshot);

 private:
  bool is_over() const;
  void measure();
  void quench();

  LatticeSpecimen& specimen_;
  std::int64_t events_ = 0, slips_ = 0;
  double time_ = 0;
  double sum_ = 0;               // of the von Mises stress after every event of this window
  std::vector<double> windows_;  // its mean over each window that is full
  double quenched_stress_ = 0;
  bool finished_ = false;
};

}  // namespace vitrum::elastoplastic
