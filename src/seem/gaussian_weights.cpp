#include "seem/gaussian_weights.h"

#include <cmath>

namespace vitrum::seem {

GaussianWeights::GaussianWeights(std::size_t cells, double width)
    : cells_(cells), reach_(static_cast<std::size_t>(4 * width)) {
  for (std::size_t i = 0; i <= reach_; ++i) {
    const double distance = static_cast<double>(i) / width;
    weights_.push_back(std::exp(-0.5 * distance * distance));
  }
}

}  // namespace vitrum::seem
