// The temperature of the parent liquid of lattices from the quenched glass: paper 1, A.3.
#pragma once

#include <array>
#include <vector>

#include "study/calibration.h"
#include "study/calibration_rounds.h"

namespace vitrum::study {

/// Quenches lattices from every temperature of the settings and looks which stress field is that of the
/// quenched reference (final_samples of them, for the stress of large patches depends on temperature weakly):
/// mean and standard deviation of the von Mises stress of its patches, standard deviation
/// of tau_i along both angles of calibration. The best temperature has the least mean relative difference
/// |1 - F_EP / F_ref|, the mismatch, with magnitudes linear between the temperatures tried. Errors: bootstrap
/// over realizations of both, those that were tested as quenched; draws without any test are left out.
/// @param lattice at its optimum
QuenchTemperature quench_temperature(const elastoplastic::LatticeSettings& lattice, Rounds& rounds);

/// Mean and standard deviation of the von Mises stress, standard deviation of tau_i forward and backward.
using QuenchedMagnitudes = std::array<double, 4>;

/// Where the mismatch is least when magnitudes are linear between the temperatures that were tried, in rising
/// order. There it is what the table of them says, so that none of them is better.
double temperature_of_least_mismatch(const std::vector<double>& temperatures,
                                     const std::vector<QuenchedMagnitudes>& models,
                                     const QuenchedMagnitudes& reference);

/// Whether the reference knows its quenched state.
bool knows_quenched_state(const Measured& reference);

}  // namespace vitrum::study
