// The temperature of the parent liquid of lattices from the quenched glass: paper 1, A.3.
#pragma once

#include "study/calibration.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// Quenches lattices from every temperature of the settings and looks which stress field is that of the
/// quenched reference (final_samples of them, for the stress of large patches depends on temperature weakly):
/// mean and standard deviation of the von Mises stress of its patches, standard deviation
/// of tau_i along both angles of calibration. Each magnitude is a quadratic function of temperature, fitted
/// to the trials; the best temperature has the least sum of squared relative differences. Error: bootstrap
/// over realizations of both.
/// @param lattice at its optimum
QuenchTemperature quench_temperature(const elastoplastic::LatticeSettings& lattice, Rounds& rounds);

/// Whether the reference knows its quenched state.
bool knows_quenched_state(const Measured& reference);

}  // namespace vitrum::study
