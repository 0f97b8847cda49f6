// The lattices of a calibration's trials, and what is done with them.
#pragma once

#include "compare/calibration_sample.h"
#include "study/calibration_settings.h"
#include "study/settings.h"

namespace vitrum::study {

/// The lattice and the program of a trial: sheared from rest into the stationary state, patches tested on the
/// way as the yardstick asks for. The stationary state does not know what it came from (paper 1, A.3), so
/// there is no parent liquid; but where all elements are the same (variant H) its stress is the only disorder
/// (sec. 6), and lattices are quenched from one at the temperature of the model.
Lattice trial_lattice(const elastoplastic::LatticeSettings& model, const Calibration& calibration,
                      const compare::Yardstick& yardstick);

/// The same for the quenched state: lattices of a parent liquid, tested as quenched.
Lattice quenched_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick);

}  // namespace vitrum::study
