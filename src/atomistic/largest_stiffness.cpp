#include "atomistic/largest_stiffness.h"

#include <cmath>
#include <random>

#include "atomistic/minimiser.h"

namespace vitrum::atomistic {

namespace {

/// Largest displacement of the probe: forces are linear so far, and rounding is yet a small part of them.
constexpr double reach = 1e-5;

}  // namespace

double LargestStiffness::iterate(const Configuration& configuration, const std::vector<double>& forces,
                                 int iterations) {
  const std::size_t n = forces.size();
  if (mode_.size() != n) {
    mode_.resize(n);
    std::minstd_rand random;  // the same on all platforms
    for (double& v : mode_) v = static_cast<double>(random()) / std::minstd_rand::max() - 0.5;
  }
  Configuration probe = configuration;
  std::vector<double> probed;
  double stiffness = 0;
  for (int k = 0; k < iterations; ++k) {
    const double share = reach / largest_component(mode_);
    for (std::size_t i = 0; i < n; ++i) probe.positions[i] = configuration.positions[i] + share * mode_[i];
    force_field_->evaluate(probe, probed);
    const double length = std::sqrt(dot(mode_, mode_));
    for (std::size_t i = 0; i < n; ++i) mode_[i] = (forces[i] - probed[i]) / (share * length);
    stiffness = std::sqrt(dot(mode_, mode_));
  }
  return stiffness;
}

}  // namespace vitrum::atomistic
