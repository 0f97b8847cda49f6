// A piston: lets the cell find its volume under a given pressure.
#pragma once

#include <cstddef>

#include "atomistic/thermostat.h"
#include "record/group.h"

namespace vitrum::atomistic {

/// The isotropic barostat of Martyna, Tobias and Klein [J. Chem. Phys. 101, 4177 (1994), eqs. 2.9], which
/// samples the ensemble of constant pressure and temperature when atoms have a NoseHooverChain; it has a
/// chain of its own. In d dimensions, N_f = d (N - 1), rate e, dV/dt = d V e:
///   dr/dt = v + e r,   dv/dt = f/m - (1 + d/N_f) e v,
///   W de/dt = sum r.f + (1 + d/N_f) sum m v^2 - d V P.
/// Units: k_B = 1; pressures are energies per volume.
class Barostat {
 public:
  /// W = (N_f + d) T time^2, so `time` is that of the fluctuations of the volume (LAMMPS' Pdamp).
  /// @throws InputError when temperature or time is not a positive number or the pressure is not finite.
  Barostat(double pressure, double temperature, double time, std::size_t atoms, int dimension);

  /// Changes the temperature of its heat bath; what moves goes on moving.
  void set_temperature(double temperature);

  /// e: what lengths grow by, per time and length.
  double rate() const { return rate_; }
  /// (1 + d/N_f) e, under which velocities decay.
  double drag() const { return drag_of_rate_ * rate_; }

  /// Pushes it for `duration`. @param virial sum of r.f = -V tr(virial stress).
  void push(double kinetic_energy, double virial, double volume, double duration);
  /// Advances its heat bath.
  void exchange_heat(double duration);

  /// Its part of the conserved energy, P V included.
  double energy(double volume) const;

  Group checkpoint() const;
  void resume(const Group& checkpoint);

 private:
  double pressure_, time_, dimension_, degrees_of_freedom_, drag_of_rate_;
  double mass_ = 0, rate_ = 0;
  NoseHooverChain bath_;
};

}  // namespace vitrum::atomistic
