// Thresholds that are equally likely between 0 and twice their mean.
#pragma once

#include <span>

#include "elastoplastic/threshold.h"

namespace vitrum::elastoplastic {

class UniformThresholds : public ThresholdLaw {
 public:
  explicit UniformThresholds(double mean) : mean_(mean) {}

  void draw(RandomStream& random, std::span<double> thresholds) const override {
    for (double& threshold : thresholds) threshold = 2 * mean_ * random.uniform_positive();
  }
  double mean() const override { return mean_; }

 private:
  double mean_;
};

}  // namespace vitrum::elastoplastic
