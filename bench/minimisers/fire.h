// FIRE: molecular dynamics that is stopped whenever it runs uphill.
#pragma once

#include "minimisers/descent.h"

namespace vitrum::bench {

/// Defaults of LAMMPS' min_style fire in Lennard-Jones units.
struct FireSettings {
  double force_tolerance = 1e-10;  ///< largest force component
  double timestep = 0.005;
  double most_timesteps = 10, least_timesteps = 0.02;  ///< bounds of the step, in units of `timestep`
  int delay = 20;                                      ///< downhill steps before the step grows
  double growth = 1.1, shortening = 0.5;
  double mixing = 0.25, mixing_decay = 0.99;
  double longest_step = 0.1;  ///< largest change of a coordinate in one step
  std::int64_t evaluations = 2000000;
};

/// Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006), in the form of Guenole et al., Comput. Mater. Sci.
/// 175, 109584 (2020): semi-implicit Euler steps, half a step back after running uphill. Masses are 1.
Descent fire(atomistic::PairForceField& force_field, const atomistic::Configuration& start,
             const FireSettings& settings = {});

}  // namespace vitrum::bench
