// Molecular dynamics of a configuration, with or without a heat bath, at fixed box or under a pressure.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "atomistic/barostat.h"
#include "atomistic/configuration.h"
#include "atomistic/force_field.h"
#include "atomistic/thermostat.h"
#include "record/group.h"

namespace vitrum::atomistic {

using MakeForceField = std::function<std::unique_ptr<ForceField>()>;
using Watch = std::function<void(const Configuration&)>;

/// Averages over consecutive time steps.
struct Averages {
  double potential_energy = 0;  ///< of the whole sample
  double temperature = 0;       ///< kinetic, 2K / (dimension * (atoms - 1)), at mid-step
  double pressure = 0;          ///< (2K at mid-step + virial) / (dimension * volume)
  double volume = 0;
};

/// Velocity Verlet [Swope et al., J. Chem. Phys. 76, 637 (1982)], with the thermostat, when there is one,
/// in the middle of the step: half a kick, half a drift, thermostat, half a drift, half a kick [Zhang,
/// Liu, Yan, Tuckerman, Liu, J. Phys. Chem. A 121, 6056 (2017)]. The velocities of mid-step carry the
/// thermostat's temperature; so do the positions, exactly in a harmonic well at any stable time step and
/// to second order with a small constant elsewhere, which a thermostat at the ends of the step does not
/// give. k_B = 1.
///
/// With a barostat, too, the same order holds with its exact propagators, symmetric in time [Tuckerman,
/// Alejandre, Lopez-Rendon, Jochim, Martyna, J. Phys. A 39, 5629 (2006), sec. 3]: half a push of the piston,
/// half a kick under its drag, half a drift that expands cell and atoms about zero, both heat baths in the
/// middle, and all that again in reverse order.
///
/// The order in which a force field adds its pairs depends on when its neighbour list was built, and
/// with it the last bits of a trajectory. Each run() therefore begins with a new force field: a run that
/// was stored between two calls and resumed by another process goes on to the same bits.
class Dynamics {
 public:
  /// Starts from the configuration's positions. Without thermostat the energy is conserved.
  /// @param masses of the species; empty: all 1.
  /// @param barostat needs a thermostat beside it; made for as many atoms.
  /// @throws InputError when the time step is not positive, lengths disagree, there is but one atom or a
  /// species without mass.
  Dynamics(Configuration configuration, std::vector<double> velocities, MakeForceField make_force_field,
           double timestep, std::optional<NoseHooverChain> thermostat = std::nullopt,
           const std::vector<double>& masses = {}, std::optional<Barostat> barostat = std::nullopt);

  /// Changes the temperature of all heat baths.
  /// @throws InputError when there is no thermostat.
  void set_temperature(double temperature);

  /// Makes `steps` time steps and returns the averages of every `window` of them (the last window may
  /// be shorter). `watch`, when there is one, sees the configuration at the end of each window.
  /// @throws PhysicsError when the energy is no longer finite.
  std::vector<Averages> run(std::int64_t steps, std::int64_t window, const Watch& watch = {});

  const Configuration& configuration() const { return configuration_; }
  const std::vector<double>& velocities() const { return velocities_; }
  std::int64_t steps() const { return steps_; }
  /// Potential energy at the present positions; 0 before the first run().
  double potential_energy() const { return potential_energy_; }
  /// Kinetic, potential, thermostat and barostat energy together, at the end of a step: constant but for the
  /// error of the time step.
  double conserved_energy() const;

  /// Positions, velocities, thermostat, barostat and cell, step count: all that run() depends on.
  Group checkpoint() const;
  /// Goes on from a checkpoint of a dynamics made with the same arguments.
  /// @throws InputError when the checkpoint's sizes are not this sample's.
  void resume(const Group& checkpoint);

 private:
  void step(ForceField& force_field);
  void step_under_pressure(ForceField& force_field);
  void evaluate(ForceField& force_field);
  void push_piston(double duration);
  void kick(double duration);
  void kick_under_drag(double duration);
  void drift(double duration);
  void drift_and_expand(double duration);
  void exchange_heat();
  double mass_of(std::size_t coordinate) const;

  Configuration configuration_;
  std::vector<double> velocities_;
  MakeForceField make_force_field_;
  double timestep_;
  std::optional<NoseHooverChain> thermostat_;
  std::optional<Barostat> barostat_;
  std::vector<double> masses_;  // of the atoms; empty: all 1
  std::vector<double> forces_;
  std::int64_t steps_ = 0;
  double potential_energy_ = 0;
  double virial_ = 0;  // sum of r.f at the present positions
  double middle_kinetic_energy_ = 0;
};

}  // namespace vitrum::atomistic
