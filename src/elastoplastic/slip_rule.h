// How an element gets its slip systems: paper 1, secs. 3.1, 3.2 and A.8.
#pragma once

#include <cstddef>
#include <memory>

#include "base/random.h"
#include "elastoplastic/slip_systems.h"
#include "elastoplastic/threshold.h"

namespace vitrum::elastoplastic {

/// An interface, so that a new rule is one more class.
class SlipRule {
 public:
  virtual ~SlipRule() = default;
  /// Pairs of a slip system and its reverse, per element.
  virtual std::size_t pairs() const = 0;
  /// Draws all slip systems of one element, from fewer than `most_words` random words.
  virtual void draw(RandomStream& random, const SlipPairs& systems) const = 0;

  /// Mean of the thresholds as drawn.
  virtual double mean_threshold() const = 0;

  static constexpr std::uint64_t most_words = 1u << 13;
};

/// Paper 1, sec. 3.2: groups of four at theta + {0, 45, 90, 135} degrees, theta uniform, each with a
/// threshold of its own.
class RandomAngles : public SlipRule {
 public:
  /// `groups` >= 1, that is, 4 `groups` slip systems.
  RandomAngles(std::size_t groups, std::shared_ptr<const ThresholdLaw> law)
      : groups_(groups), law_(std::move(law)) {}

  std::size_t pairs() const override { return 2 * groups_; }
  void draw(RandomStream& random, const SlipPairs& systems) const override;
  double mean_threshold() const override { return law_->mean(); }

 private:
  std::size_t groups_;
  std::shared_ptr<const ThresholdLaw> law_;
};

/// Two slip systems at 0 and 90 degrees that share one threshold: the scalar models F to H of paper 1, A.8.
class FixedAngles : public SlipRule {
 public:
  explicit FixedAngles(std::shared_ptr<const ThresholdLaw> law) : law_(std::move(law)) {}

  std::size_t pairs() const override { return 1; }
  void draw(RandomStream& random, const SlipPairs& systems) const override;
  double mean_threshold() const override { return law_->mean(); }

 private:
  std::shared_ptr<const ThresholdLaw> law_;
};

}  // namespace vitrum::elastoplastic
