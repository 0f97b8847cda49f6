#include "atomistic/dynamics.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "atomistic/velocities.h"
#include "base/error.h"

namespace vitrum::atomistic {

namespace {

constexpr double runaway = 8;  // times the volume that a run began with, or its inverse

/// sinh(x) / x.
double sinh_over(double x) { return std::abs(x) < 1e-4 ? 1 + x * x / 6 : std::sinh(x) / x; }

}  // namespace

Dynamics::Dynamics(Configuration configuration, std::vector<double> velocities,
                   MakeForceField make_force_field, double timestep,
                   std::optional<NoseHooverChain> thermostat, const std::vector<double>& masses,
                   std::optional<Barostat> barostat)
    : configuration_(std::move(configuration)),
      velocities_(std::move(velocities)),
      make_force_field_(std::move(make_force_field)),
      timestep_(timestep),
      thermostat_(thermostat),
      barostat_(barostat) {
  if (barostat_ && !thermostat_)
    throw InputError("a barostat stands without a thermostat (its heat would not be the atoms'); give both");
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
  if (barostat_) barostat_->set_temperature(temperature);
}

double Dynamics::mass_of(std::size_t coordinate) const {
  return masses_.empty() ? 1 : masses_[coordinate / static_cast<std::size_t>(configuration_.box.dimension)];
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

// dv/dt = f/m - drag v, exactly.
void Dynamics::kick_under_drag(double duration) {
  const double decay = duration * barostat_->drag();
  const double scale = std::exp(-decay), gain = duration * std::exp(-decay / 2) * sinh_over(decay / 2);
  for (std::size_t k = 0; k < velocities_.size(); ++k)
    velocities_[k] = scale * velocities_[k] + gain * forces_[k] / mass_of(k);
}

// dr/dt = v + rate r, exactly; the cell grows with it.
void Dynamics::drift_and_expand(double duration) {
  const double growth = duration * barostat_->rate();
  const double scale = std::exp(growth), gain = duration * std::exp(growth / 2) * sinh_over(growth / 2);
  for (std::size_t k = 0; k < velocities_.size(); ++k)
    configuration_.positions[k] = scale * configuration_.positions[k] + gain * velocities_[k];
  Box& box = configuration_.box;
  for (double* length : {&box.lx, &box.ly, &box.xy, &box.origin[0], &box.origin[1]}) *length *= scale;
  if (box.dimension == 2) return;
  for (double* length : {&box.lz, &box.xz, &box.yz, &box.origin[2]}) *length *= scale;
}

void Dynamics::push_piston(double duration) {
  barostat_->push(kinetic_energy(velocities_, masses_), virial_, configuration_.box.volume(), duration);
}

void Dynamics::evaluate(ForceField& force_field) {
  const Evaluation found = force_field.evaluate(configuration_, forces_);
  potential_energy_ = found.energy;
  const double trace =
      found.stress.xx + found.stress.yy + (configuration_.box.dimension == 3 ? found.stress.zz : 0);
  virial_ = -trace * configuration_.box.volume();
}

void Dynamics::exchange_heat() {
  middle_kinetic_energy_ = kinetic_energy(velocities_, masses_);
  if (!thermostat_) return;
  const double scale = thermostat_->advance(middle_kinetic_energy_, timestep_);
  for (double& v : velocities_) v *= scale;
  if (barostat_) barostat_->exchange_heat(timestep_);
}

void Dynamics::drift(double duration) {
  for (std::size_t k = 0; k < velocities_.size(); ++k) {
    configuration_.positions[k] += duration * velocities_[k];
  }
}

void Dynamics::step(ForceField& force_field) {
  kick(timestep_ / 2);
  drift(timestep_ / 2);
  exchange_heat();
  drift(timestep_ / 2);
  evaluate(force_field);
  kick(timestep_ / 2);
}

void Dynamics::step_under_pressure(ForceField& force_field) {
  const double half = timestep_ / 2;
  push_piston(half);
  kick_under_drag(half);
  drift_and_expand(half);
  exchange_heat();
  drift_and_expand(half);
  evaluate(force_field);
  kick_under_drag(half);
  push_piston(half);
}

std::vector<Averages> Dynamics::run(std::int64_t steps, std::int64_t window, const Watch& watch) {
  const auto force_field = make_force_field_();
  evaluate(*force_field);
  const double first_volume = configuration_.box.volume();
  const double freedom = degrees_of_freedom(configuration_.atoms(), configuration_.box.dimension);
  std::vector<Averages> series;
  while (steps > 0) {
    const std::int64_t length = std::min(steps, std::max<std::int64_t>(window, 1));
    Averages sum;
    for (std::int64_t k = 0; k < length; ++k) {
      barostat_ ? step_under_pressure(*force_field) : step(*force_field);
      ++steps_;
      const double volume = configuration_.box.volume();
      if (!(volume < runaway * first_volume && runaway * volume > first_volume))
        throw PhysicsError(
            "under its pressure the cell has changed its volume from " + std::to_string(first_volume) +
            " to " + std::to_string(volume) + " within " + std::to_string(steps_) +
            " time steps (the liquid boils, or the barostat is too fast for it); choose another "
            "pressure, a longer barostat time, or a density nearer to the liquid's");
      sum.potential_energy += potential_energy_;
      sum.temperature += 2 * middle_kinetic_energy_ / freedom;
      sum.pressure += (2 * middle_kinetic_energy_ + virial_) / (configuration_.box.dimension * volume);
      sum.volume += volume;
    }
    if (!std::isfinite(sum.potential_energy + sum.temperature)) {
      throw PhysicsError("the molecular dynamics has no finite energy after " + std::to_string(steps_) +
                         " steps of " + std::to_string(timestep_) +
                         " (the time step is too long for this temperature); choose a shorter one");
    }
    const auto count = static_cast<double>(length);
    series.push_back(
        {sum.potential_energy / count, sum.temperature / count, sum.pressure / count, sum.volume / count});
    if (watch) watch(configuration_);
    steps -= length;
  }
  return series;
}

double Dynamics::conserved_energy() const {
  return potential_energy_ + kinetic_energy(velocities_, masses_) +
         (thermostat_ ? thermostat_->energy() : 0) +
         (barostat_ ? barostat_->energy(configuration_.box.volume()) : 0);
}

Group Dynamics::checkpoint() const {
  Group group;
  group.put("positions", configuration_.positions);
  group.put("velocities", velocities_);
  group.put("steps", steps_);
  group.put("potential energy", potential_energy_);
  if (thermostat_) group.groups["thermostat"] = thermostat_->checkpoint();
  if (!barostat_) return group;
  group.groups["barostat"] = barostat_->checkpoint();
  const Box& box = configuration_.box;
  group.put("cell", std::vector<double>{box.lx, box.ly, box.lz, box.xy, box.xz, box.yz, box.origin[0],
                                        box.origin[1], box.origin[2]});
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
  if (barostat_) {
    barostat_->resume(checkpoint.group("barostat"));
    const auto& cell = checkpoint.doubles("cell");
    Box& box = configuration_.box;
    box = {box.dimension, {cell.at(6), cell.at(7), cell.at(8)},
           cell.at(0),    cell.at(1),
           cell.at(2),    cell.at(3),
           cell.at(4),    cell.at(5)};
  }
  configuration_.positions = positions;
  velocities_ = velocities;
  steps_ = checkpoint.integer("steps");
  potential_energy_ = checkpoint.number("potential energy");
}

}  // namespace vitrum::atomistic
