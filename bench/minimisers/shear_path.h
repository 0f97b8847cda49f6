// Quasi-static shear of one sample, which stops wherever an increment holds an event.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "atomistic/specimen.h"
#include "minimisers/unstable_state.h"

namespace vitrum::bench {

/// Glass number `sample` of the paper, from a liquid held for `duration` (300 more for its cooling).
atomistic::Configuration paper_glass_sample(int atoms, double duration, int sample);

class ShearPath {
 public:
  ShearPath(const atomistic::Configuration& glass, int sample, double increment);

  double strain() const { return specimen_.state().strain; }
  /// One increment further; what was before, when energy above 1e-5 was dissipated in it.
  std::optional<UnstableState> advance();
  /// Where the path went, and how.
  const atomistic::AtomisticSpecimen& specimen() const { return specimen_; }

 private:
  double usual_slope() const;

  atomistic::AtomisticSpecimen specimen_;
  int sample_;
  double increment_;
  long steps_ = 0;
  std::deque<atomistic::Configuration> quiet_;  // the last equilibria with no event between them
  std::deque<double> slopes_;                   // of the stress in the last quiet increments
};

}  // namespace vitrum::bench
