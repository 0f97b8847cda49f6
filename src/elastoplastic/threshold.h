// Slip thresholds: paper 1, eq. 5.
#pragma once

#include <span>

#include "base/random.h"

namespace vitrum::elastoplastic {

/// How thresholds are drawn: an interface, so that a new law is one more class.
class ThresholdLaw {
 public:
  virtual ~ThresholdLaw() = default;
  /// Fills `thresholds` with independent values > 0, in units of stress.
  virtual void draw(RandomStream& random, std::span<double> thresholds) const = 0;
  /// The mean of the law, for scales and messages.
  virtual double mean() const = 0;
};

/// Weibull distribution: P(tau_c < t) = 1 - exp(-(t / scale)^shape). One random word makes two thresholds,
/// each from a uniform number of 31 bits; of the largest thresholds, one in 2^24 is told from the next.
class WeibullThresholds : public ThresholdLaw {
 public:
  /// shape k > 0; scale lambda > 0 in units of stress.
  WeibullThresholds(double shape, double scale) : shape_(shape), scale_(scale) {}

  void draw(RandomStream& random, std::span<double> thresholds) const override;
  double mean() const override;

 private:
  double shape_, scale_;
};

/// All thresholds equal (models E and H of paper 1, A.8).
class FixedThresholds : public ThresholdLaw {
 public:
  explicit FixedThresholds(double threshold) : threshold_(threshold) {}

  void draw(RandomStream& random, std::span<double> thresholds) const override;
  double mean() const override { return threshold_; }

 private:
  double threshold_;
};

}  // namespace vitrum::elastoplastic
