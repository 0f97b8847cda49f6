#include "atomistic/structural_relaxation.h"

#include <cmath>
#include <numbers>

namespace vitrum::atomistic {

namespace {

double self_scattering(const Configuration& configuration, const std::vector<double>& origin) {
  const double room = configuration.box.volume() / static_cast<double>(configuration.atoms());
  const double wave_number = 2 * std::numbers::pi / std::pow(room, 1.0 / configuration.box.dimension);
  double sum = 0;
  for (std::size_t k = 0; k < origin.size(); ++k) {
    sum += std::cos(wave_number * (configuration.positions[k] - origin[k]));
  }
  return sum / static_cast<double>(origin.size());
}

}  // namespace

void StructuralRelaxation::observe(const Configuration& configuration, double time) {
  constexpr double relaxed = 1 / std::numbers::e;
  const bool first = origin_.empty();
  const double before = scattering_, time_before = last_time_;
  if (!first) scattering_ = self_scattering(configuration, origin_);
  last_time_ = time;
  if (!first && scattering_ > relaxed) return;
  if (!first) {
    const double share = (before - relaxed) / (before - scattering_);
    times_.push_back(time_before + share * (time - time_before) - origin_time_);
  }
  origin_ = configuration.positions;
  origin_time_ = time;
  scattering_ = 1;
}

Group StructuralRelaxation::checkpoint() const {
  Group group;
  group.put("origin", origin_);
  group.put("times", times_);
  group.put("state", std::vector<double>{origin_time_, last_time_, scattering_});
  return group;
}

void StructuralRelaxation::resume(const Group& checkpoint) {
  origin_ = checkpoint.doubles("origin");
  times_ = checkpoint.doubles("times");
  const auto& state = checkpoint.doubles("state");
  origin_time_ = state.at(0), last_time_ = state.at(1), scattering_ = state.at(2);
}

}  // namespace vitrum::atomistic
