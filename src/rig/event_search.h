// Where to look next, when an event lies between two strains.
#pragma once

#include <optional>

namespace vitrum::rig {

/// Narrows the strain of an event down between a stable side and one beyond it. A trial beyond the event
/// costs an avalanche, one before it little. So, while the specimen foresees its instability
/// (Specimen::stability), the search comes close to it from the stable side and then steps across; otherwise
/// it halves.
class EventSearch {
 public:
  EventSearch(double stable, double beyond, double resolution)
      : stable_(stable), beyond_(beyond), resolution_(resolution) {}

  /// The two sides are as close together as wanted, or as numbers can be.
  bool finished() const;
  /// The strain to try, strictly between the two sides; `stability` is that of the stable side.
  double next(std::optional<double> stability);
  /// What the trial showed.
  void found_stable(double strain) { stable_ = strain; }
  void found_beyond(double strain) { beyond_ = strain; }

  double beyond() const { return beyond_; }

 private:
  double middle() const { return stable_ + 0.5 * (beyond_ - stable_); }
  double foreseen(double stability);

  struct Point {
    double strain, stability;
  };

  double stable_, beyond_, resolution_;
  std::optional<Point> last_, earlier_;  // stable sides whose stability is known
  int hints_ = 0;
};

}  // namespace vitrum::rig
