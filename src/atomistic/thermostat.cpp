#include "atomistic/thermostat.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/error.h"

namespace vitrum::atomistic {

namespace {

double positive(double value, const char* name) {
  if (std::isfinite(value) && value > 0) return value;
  throw InputError(std::string("the ") + name + " of the thermostat is " + std::to_string(value) +
                   " (it divides the chain's equations) and must be a positive number");
}

}  // namespace

NoseHooverChain::NoseHooverChain(double temperature, double time, double degrees_of_freedom)
    : temperature_(positive(temperature, "temperature")),
      time_(positive(time, "time")),
      degrees_of_freedom_(positive(degrees_of_freedom, "number of degrees of freedom")) {
  set_temperature(temperature);
}

void NoseHooverChain::set_temperature(double temperature) {
  temperature_ = positive(temperature, "temperature");
  mass_.fill(temperature_ * time_ * time_);
  mass_[0] *= degrees_of_freedom_;
}

double NoseHooverChain::advance(double kinetic_energy, double duration) {
  const double half = duration / 2, quarter = duration / 4;
  double kinetic = kinetic_energy;
  const auto push = [&](std::size_t link) {
    const double heat = link == 0
                            ? 2 * kinetic - degrees_of_freedom_ * temperature_
                            : mass_[link - 1] * velocity_[link - 1] * velocity_[link - 1] - temperature_;
    velocity_[link] += half * heat / mass_[link];
  };
  const auto push_under_drag = [&](std::size_t link) {
    const double drag = std::exp(-quarter * velocity_[link + 1]);
    velocity_[link] *= drag;
    push(link);
    velocity_[link] *= drag;
  };
  push(length - 1);
  for (std::size_t link = length - 1; link-- > 0;) push_under_drag(link);
  const double scale = std::exp(-duration * velocity_[0]);
  kinetic *= scale * scale;
  for (std::size_t link = 0; link < length; ++link) position_[link] += duration * velocity_[link];
  for (std::size_t link = 0; link < length - 1; ++link) push_under_drag(link);
  push(length - 1);
  return scale;
}

double NoseHooverChain::energy() const {
  double sum = degrees_of_freedom_ * temperature_ * position_[0];
  for (std::size_t link = 1; link < length; ++link) sum += temperature_ * position_[link];
  for (std::size_t link = 0; link < length; ++link) {
    sum += 0.5 * mass_[link] * velocity_[link] * velocity_[link];
  }
  return sum;
}

Group NoseHooverChain::checkpoint() const {
  Group group;
  group.put("position", std::vector<double>(position_.begin(), position_.end()));
  group.put("velocity", std::vector<double>(velocity_.begin(), velocity_.end()));
  return group;
}

void NoseHooverChain::resume(const Group& checkpoint) {
  const auto restore = [&](const char* name, std::array<double, length>& into) {
    const auto& values = checkpoint.doubles(name);
    if (values.size() != length) {
      throw InputError(std::string("the checkpoint's thermostat array '") + name + "' has " +
                       std::to_string(values.size()) + " numbers, not " + std::to_string(length) +
                       " (it was written by another version); delete the checkpoint to start afresh");
    }
    std::copy(values.begin(), values.end(), into.begin());
  };
  restore("position", position_);
  restore("velocity", velocity_);
}

}  // namespace vitrum::atomistic
