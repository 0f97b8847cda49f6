#include "atomistic/barostat.h"

#include <cmath>
#include <string>

#include "atomistic/velocities.h"
#include "base/error.h"

namespace vitrum::atomistic {

Barostat::Barostat(double pressure, double temperature, double time, std::size_t atoms, int dimension)
    : pressure_(pressure),
      time_(time),
      dimension_(dimension),
      degrees_of_freedom_(degrees_of_freedom(atoms, dimension)),
      drag_of_rate_(1 + dimension_ / degrees_of_freedom_),
      bath_(temperature, time, 1) {
  if (!std::isfinite(pressure))
    throw InputError("the pressure of the barostat is " + std::to_string(pressure) + " and must be a number");
  set_temperature(temperature);
}

void Barostat::set_temperature(double temperature) {
  bath_.set_temperature(temperature);
  mass_ = (degrees_of_freedom_ + dimension_) * temperature * time_ * time_;
}

void Barostat::push(double kinetic_energy, double virial, double volume, double duration) {
  const double force = virial + drag_of_rate_ * 2 * kinetic_energy - dimension_ * volume * pressure_;
  rate_ += duration * force / mass_;
}

void Barostat::exchange_heat(double duration) {
  rate_ *= bath_.advance(0.5 * mass_ * rate_ * rate_, duration);
}

double Barostat::energy(double volume) const {
  return 0.5 * mass_ * rate_ * rate_ + pressure_ * volume + bath_.energy();
}

Group Barostat::checkpoint() const {
  Group group;
  group.put("rate", rate_);
  group.groups["bath"] = bath_.checkpoint();
  return group;
}

void Barostat::resume(const Group& checkpoint) {
  rate_ = checkpoint.number("rate");
  bath_.resume(checkpoint.group("bath"));
}

}  // namespace vitrum::atomistic
