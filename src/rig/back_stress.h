// How far a specimen leans: by the stress at which it yields when its loading is turned.
#pragma once

#include <optional>

#include "rig/drive.h"

namespace vitrum::rig {

struct BackStressSettings {
  double increment = 1e-3;   ///< of the strain on the way back, > 0
  double offset = 0.01;      ///< plastic strain that counts as yielding, > 0
  double most_strain = 0.5;  ///< by which the specimen is sheared back at most
  Detection detection;       ///< of events on that way
};

/// The present shear stress and that at which the specimen yields sheared backward, tau_r, have the mean (tau
/// + tau_r)/2, which is zero where it yields as early in both senses, as a material with isotropic hardening
/// only: Bauschinger's effect makes it positive after forward flow. Plastic strain is the sum of the stress
/// that events take, over the slope of its first increment without an event. The specimen is as before when
/// it is done, to the last bit.
/// @returns nothing when it has not yielded within `most_strain`
/// @throws PhysicsError when no equilibrium is found
std::optional<double> back_stress(Specimen& specimen, const BackStressSettings& settings);

}  // namespace vitrum::rig
