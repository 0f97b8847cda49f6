// The Nose-Hoover chain: a deterministic heat bath.
#pragma once

#include <array>

#include "record/group.h"

namespace vitrum::atomistic {

/// A chain of three Nose-Hoover thermostats, which samples the canonical ensemble [Martyna, Klein,
/// Tuckerman, J. Chem. Phys. 97, 2635 (1992), eq. 2.3], stepped by the time-reversible operator of
/// [Martyna, Tuckerman, Tobias, Klein, Mol. Phys. 87, 1117 (1996), sec. 4]. Units: k_B = 1.
class NoseHooverChain {
 public:
  /// The chain's masses are N_f T time^2 for the first thermostat and T time^2 for the others, so
  /// `time` sets how fast the kinetic energy exchanges heat (LAMMPS' Tdamp).
  /// @throws InputError when an argument is not a positive number.
  NoseHooverChain(double temperature, double time, double degrees_of_freedom);

  /// Changes the bath's temperature; the state of the chain is kept.
  void set_temperature(double temperature);

  /// Advances the chain by `duration`, beside atoms of this kinetic energy.
  /// Returns the factor by which all velocities are to be multiplied.
  double advance(double kinetic_energy, double duration);

  /// The chain's part of the conserved energy.
  double energy() const;

  Group checkpoint() const;
  void resume(const Group& checkpoint);

 private:
  static constexpr std::size_t length = 3;
  double temperature_, time_, degrees_of_freedom_;
  std::array<double, length> position_{}, velocity_{}, mass_{};
};

}  // namespace vitrum::atomistic
