// What an elasto-plastic lattice is made of.
#pragma once

#include <string>

namespace vitrum::elastoplastic {

/// Which rules hold where the text of paper 1 and the code of its author differ: docs/methods/lattice.md.
enum class Mode { paper, mepls };

/// The state that a lattice begins in. unstressed: random slip systems, no stress. liquid: quenched from a
/// parent liquid (paper 1, A.3). stressed: random slip systems under a random stress in balance.
enum class Initial { unstressed, liquid, stressed };

/// Parameters of paper 1, secs. 3 and 4 and A.8; defaults are its optimum for l = 6.6 (model C). Stresses and
/// moduli in one unit, that of the results. The rules named by a word stand in rules.h.
struct LatticeSettings {
  int columns = 15;
  int rows = 15;
  Mode mode = Mode::paper;
  double element_length = 6.6;  ///< l; enters volume and energy only

  std::string slip_angles = "random";
  int slip_systems = 36;  ///< N per element, a multiple of 4; fixed angles are always 2
  bool renewal = true;    ///< an element that slips gets new slip systems

  std::string thresholds = "weibull";
  double threshold_shape = 2.18;  ///< k of eq. 5
  double threshold_scale = 2.05;  ///< lambda of eq. 5
  double threshold = 0.925;       ///< of all slip systems, when thresholds are fixed

  std::string amplitudes = "beta";
  double amplitude_exponent = 2.25;  ///< chi of eq. 7
  double amplitude = 0.022;          ///< of all slips, when amplitudes are fixed

  std::string interaction = "eshelby";
  double shear_modulus = 13.2;  ///< G; its mean when moduli differ between elements
  double bulk_modulus = 59;     ///< B, two-dimensional
  double modulus_shape = 1.3;   ///< k_G of A.8.1, of the Weibull distribution of shear moduli

  double pressure_sensitivity = 0;  ///< alpha of A.8.2; 0: thresholds do not depend on pressure
  double mean_pressure = 0;         ///< <p> of A.8.2
  double pressure_deviation = 0;    ///< of the mean pressure from sample to sample

  Initial initial = Initial::unstressed;
  double temperature = 0.25;     ///< of the parent liquid; energy, stress times volume, k_B = 1
  double activation_volume = 1;  ///< V_a of A.3
  double liquid_events = 0;      ///< thermal events per element; 0: until it is stationary
  double initial_stress = 0.3;   ///< mean von Mises stress of a stressed beginning

  double longest_avalanche =
      10'000;  ///< slips per element; a longer one is an error (mepls: 10 whatever this says)

  bool has_pressure() const { return pressure_sensitivity != 0; }
};

/// @throws InputError that says which setting makes no sense, and why.
void require_valid(const LatticeSettings& settings);

}  // namespace vitrum::elastoplastic
