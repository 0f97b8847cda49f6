#include "elastoplastic/slip_systems.h"

#include <limits>
#include <numbers>
#include <utility>

#include "elastoplastic/slip_system.h"

namespace vitrum::elastoplastic {

SlipSystems::SlipSystems(std::size_t elements, std::size_t per_element)
    : per_element_(per_element),
      diagonal_(elements * per_element),
      shear_(elements * per_element),
      threshold_(elements * per_element) {}

void SlipSystems::renew(std::size_t element, const ThresholdLaw& law, RandomStream& random) {
  const std::size_t begin = element * per_element_;
  for (std::size_t i = begin; i < begin + per_element_; i += 4) {
    const Deviator first = slip_direction(std::numbers::pi * (0.5 - random.uniform()));
    // Turning a slip plane by 45 degrees turns its direction in the plane of deviators by 90.
    diagonal_[i] = first.diagonal, shear_[i] = first.shear;
    diagonal_[i + 1] = first.shear, shear_[i + 1] = -first.diagonal;
    diagonal_[i + 2] = -first.diagonal, shear_[i + 2] = -first.shear;
    diagonal_[i + 3] = -first.shear, shear_[i + 3] = first.diagonal;
    for (std::size_t j = i; j < i + 4; ++j) threshold_[j] = law.draw(random);
  }
}

SlipSystems::Weakest SlipSystems::weakest(std::size_t element, const Deviator& stress) const {
  const std::size_t begin = element * per_element_;
  Weakest weakest{std::numeric_limits<double>::infinity(), 0};
  for (std::size_t s = 0; s < per_element_; ++s) {
    const double distance = threshold_[begin + s] - resolved_shear_stress(direction(element, s), stress);
    if (distance < weakest.distance) weakest = {distance, s};
  }
  return weakest;
}

double SlipSystems::shear_to_threshold(std::size_t element, const Deviator& stress, double sense) const {
  double smallest = std::numeric_limits<double>::infinity();
  for (std::size_t s = 0; s < per_element_; ++s) {
    const Deviator slip = direction(element, s);
    const double rate = sense * slip.shear;
    if (rate <= 0) continue;
    const double distance = threshold_[element * per_element_ + s] - resolved_shear_stress(slip, stress);
    if (distance < smallest * rate) smallest = distance / rate;
  }
  return smallest;
}

void SlipSystems::assign(std::vector<double> diagonals, std::vector<double> shears,
                         std::vector<double> thresholds) {
  diagonal_ = std::move(diagonals);
  shear_ = std::move(shears);
  threshold_ = std::move(thresholds);
}

}  // namespace vitrum::elastoplastic
