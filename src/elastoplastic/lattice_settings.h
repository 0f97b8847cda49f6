// What an elasto-plastic lattice is made of.
#pragma once

namespace vitrum::elastoplastic {

/// Which rules hold where the text of paper 1 and the code of its author differ. Without temperature one
/// difference is left: `mepls` calls an avalanche of more than 10 slips per element a fracture.
enum class Mode { paper, mepls };

/// Parameters of paper 1, secs. 3 and 4; defaults are its optimum for l = 6.6. Stresses and moduli in one
/// unit, that of the results.
struct LatticeSettings {
  int columns = 15;
  int rows = 15;
  Mode mode = Mode::paper;
  double element_length = 6.6;       ///< l; enters volume and energy only
  int slip_systems = 36;             ///< N per element, a multiple of 4
  double threshold_shape = 2.18;     ///< k of eq. 5
  double threshold_scale = 2.05;     ///< lambda of eq. 5
  double amplitude_exponent = 2.25;  ///< chi of eq. 7
  double shear_modulus = 13.2;       ///< G
  double bulk_modulus = 59;          ///< B, two-dimensional
};

/// @throws InputError that says which setting makes no sense, and why.
void require_valid(const LatticeSettings& settings);

}  // namespace vitrum::elastoplastic
