// The model variants of paper 1, A.8, at the optima given there; H and I have none.
#pragma once

#include "elastoplastic/lattice_settings.h"

namespace vitrum::elastoplastic::test {

inline LatticeSettings variant(char name) {
  LatticeSettings settings;
  settings.initial = Initial::liquid;
  const bool scalar = name >= 'F' && name <= 'H';
  if (scalar) {
    settings.slip_angles = settings.amplitudes = "fixed";
    settings.threshold_shape = 1.17, settings.threshold_scale = 0.38, settings.amplitude = 0.022;
  }
  switch (name) {
    case 'A':
      settings.interaction = "heterogeneous";
      settings.shear_modulus = 18.4, settings.threshold_scale = 2.08, settings.amplitude_exponent = 2.19;
      break;
    case 'B':
      settings.pressure_sensitivity = 0.2, settings.mean_pressure = 1.95, settings.pressure_deviation = 0.22;
      settings.threshold_shape = 1.88, settings.threshold_scale = 1.05, settings.amplitude_exponent = 3.33;
      break;
    case 'D':
      settings.interaction = "shuffled";
      settings.threshold_shape = 2.03, settings.threshold_scale = 2.53, settings.amplitude_exponent = 3.05;
      break;
    case 'E':
      settings.thresholds = "fixed";
      settings.threshold = 0.925, settings.amplitude_exponent = 2.27;
      break;
    case 'G':
      settings.interaction = "shuffled";
      settings.threshold_shape = 1.09, settings.threshold_scale = 0.57, settings.amplitude = 0.064;
      break;
    case 'H':
      settings.thresholds = "fixed";
      settings.threshold = 0.5;
      break;
    case 'I':
      settings.interaction = "mean field";
      break;
    default:
      break;
  }
  return settings;
}

}  // namespace vitrum::elastoplastic::test
