#include "elastoplastic/safe_discs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrum::elastoplastic {

namespace {

// A disc is drawn this much smaller, relative to the stresses at hand, than its distance to threshold:
// far above rounding, so that being inside is a proof, and far below any distance that matters.
constexpr double margin = 1e-12;

}  // namespace

void SafeDiscs::set(std::size_t element, const Deviator& stress, double lowest_distance) {
  const double scale = std::abs(lowest_distance) + std::abs(stress.diagonal) + std::abs(stress.shear);
  diagonal_[element] = stress.diagonal;
  shear_[element] = stress.shear;
  radius_[element] = std::max(0.0, lowest_distance - margin * scale);
  radius_squared_[element] = radius_[element] * radius_[element];
}

void SafeDiscs::forget_all() {
  std::fill(radius_.begin(), radius_.end(), 0.0);
  std::fill(radius_squared_.begin(), radius_squared_.end(), 0.0);
}

void SafeDiscs::find_unsafe(const std::vector<double>& diagonal, const std::vector<double>& shear,
                            double load, std::vector<std::size_t>& unsafe) const {
  unsafe.clear();
  // In blocks: first arithmetic without branches, which the compiler turns into vector instructions, then
  // branches that are hardly ever taken.
  constexpr std::size_t block = 64;
  std::array<double, block> room;  // squared radius less squared distance from the centre
  for (std::size_t begin = 0; begin < radius_.size(); begin += block) {
    const std::size_t count = std::min(block, radius_.size() - begin);
    const double* stress_d = &diagonal[begin];
    const double* stress_s = &shear[begin];
    const double* centre_d = &diagonal_[begin];
    const double* centre_s = &shear_[begin];
    const double* squared = &radius_squared_[begin];
    for (std::size_t i = 0; i < count; ++i) {
      const double d = stress_d[i] - centre_d[i];
      const double s = (stress_s[i] + load) - centre_s[i];
      room[i] = squared[i] - (d * d + s * s);
    }
    for (std::size_t i = 0; i < count; ++i)
      if (!(room[i] > 0)) unsafe.push_back(begin + i);
  }
}

bool SafeDiscs::holds(std::size_t element, const Deviator& stress, double around) const {
  const double rest = radius_[element] - around;
  const double d = stress.diagonal - diagonal_[element];
  const double s = stress.shear - shear_[element];
  return rest > 0 && d * d + s * s < rest * rest;
}

}  // namespace vitrum::elastoplastic
