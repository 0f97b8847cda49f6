#include "atomistic/dynamics.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "atomistic/velocities.h"
#include "base/error.h"

namespace vitrum::atomistic {

Dynamics::Dynamics(Configuration configuration, std::vector<double> velocities,
                   MakeForceField make_force_field, double timestep,
                   std::optional<NoseHooverChain> thermostat, const std::vector<double>& masses)
    : configuration_(std::move(configuration)),
      velocities_(std::move(velocities)),
      make_force_field_(std::move(make_force_field)),
      timestep_(timestep),
      thermostat_(thermostat) {
  if (!(std::isfinite(timestep) && timestep > 0)) {
    throw InputError("the time step is " + std::to_string(timestep) + " and must be a positive number");
  }
  if (configuration_.atoms() < 2) {
    throw InputError("a sample of " + std::to_string(configuration_.atoms()) +
                     " atoms has no relative motion, and no temperature; give at least 2 atoms");
  }
  if (velocities_.size() != configuration_.positions.size()) {
    throw InputError("there are " + std::to_string(velocities_.size()) + " velocity components for " +
                     std::to_string(configuration_.positions.size()) +
                     " coordinates; give every coordinate one");
  }
  if (!masses.empty()) masses_ = masses_of_atoms(configuration_.species, masses);
}

void Dynamics::set_temperature(double temperature) {
  if (!thermostat_) {
    throw InputError(
        "this dynamics conserves its energy and has no temperature to set; give it a thermostat");
  }
  thermostat_->set_temperature(temperature);
}

void Dynamics::kick(double duration) {
  if (masses_.empty()) {
    for (std::size_t k = 0; k < velocities_.size(); ++k) velocities_[k] += duration * forces_[k];
    return;
  }
  const auto components = static_cast<std::size_t>(configuration_.box.dimension);
  for (std::size_t k = 0; k < velocities_.size(); ++k) {
    velocities_[k] += duration * forces_[k] / masses_[k / components];
  }
}

void Dynamics::drift(double duration) {
  for (std::size_t k = 0; k < velocities_.size(); ++k) {
    configuration_.positions[k] += duration * velocities_[k];
  }
}

void Dynamics::step(ForceField& force_field) {
  kick(timestep_ / 2);
  drift(timestep_ / 2);
  middle_kinetic_energy_ = kinetic_energy(velocities_, masses_);
  if (thermostat_) {
    const double scale = thermostat_->advance(middle_kinetic_energy_, timestep_);
    for (double& v : velocities_) v *= scale;
  }
  drift(timestep_ / 2);
  potential_energy_ = force_field.evaluate(configuration_, forces_).energy;
  kick(timestep_ / 2);
  ++steps_;
}

std::vector<Averages> Dynamics::run(std::int64_t steps, std::int64_t window, const Watch& watch) {
  const auto force_field = make_force_field_();
  potential_energy_ = force_field->evaluate(configuration_, forces_).energy;
  const double freedom = degrees_of_freedom(configuration_.atoms(), configuration_.box.dimension);
  std::vector<Averages> series;
  while (steps > 0) {
    const std::int64_t length = std::min(steps, std::max<std::int64_t>(window, 1));
    Averages sum;
    for (std::int64_t k = 0; k < length; ++k) {
      step(*force_field);
      sum.potential_energy += potential_energy_;
      sum.temperature += 2 * middle_kinetic_energy_ / freedom;
    }
    if (!std::isfinite(sum.potential_energy + sum.temperature)) {
      throw PhysicsError("the molecular dynamics has no finite energy after " + std::to_string(steps_) +
                         " steps of " + std::to_string(timestep_) +
                         " (the time step is too long for this temperature); choose a shorter one");
    }
    const auto count = static_cast<double>(length);
    series.push_back({sum.potential_energy / count, sum.temperature / count});
    if (watch) watch(configuration_);
    steps -= length;
  }
  return series;
}

double Dynamics::conserved_energy() const {
  return potential_energy_ + kinetic_energy(velocities_, masses_) + (thermostat_ ? thermostat_->energy() : 0);
}

Group Dynamics::checkpoint() const {
  Group group;
  group.put("positions", configuration_.positions);
  group.put("velocities", velocities_);
  group.put("steps", steps_);
  group.put("potential energy", potential_energy_);
  if (thermostat_) group.groups["thermostat"] = thermostat_->checkpoint();
  return group;
}

void Dynamics::resume(const Group& checkpoint) {
  const auto& positions = checkpoint.doubles("positions");
  const auto& velocities = checkpoint.doubles("velocities");
  if (positions.size() != configuration_.positions.size() || velocities.size() != velocities_.size()) {
    throw InputError("the checkpoint holds " + std::to_string(positions.size()) + " coordinates and " +
                     std::to_string(velocities.size()) + " velocity components where this sample has " +
                     std::to_string(velocities_.size()) +
                     " (it belongs to another study); delete it to start afresh");
  }
  if (thermostat_) thermostat_->resume(checkpoint.group("thermostat"));
  configuration_.positions = positions;
  velocities_ = velocities;
  steps_ = checkpoint.integer("steps");
  potential_energy_ = checkpoint.number("potential energy");
}

}  // namespace vitrum::atomistic
