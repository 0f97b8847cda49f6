// A calibration that takes a second.
#pragma once

#include "study/settings.h"

namespace vitrum::study {

inline constexpr double small_radius = 7.447;  // of patches of 2 x 2 elements with l = 6.6

inline elastoplastic::LatticeSettings small_lattice() {
  elastoplastic::LatticeSettings out;
  out.columns = out.rows = 6;
  out.slip_systems = 12;
  out.threshold_scale = 1.24;  // the weakest of 12 is as strong as that of 36 with 2.05
  return out;
}

inline Calibration small_calibration() {
  Calibration out;
  out.search = Search::surrogate;
  out.samples = 6;
  out.trials = 40;
  out.strain = 0.3;
  out.from = 0.1;
  out.tested_states = 2;
  out.final_samples = 8;
  return out;
}

inline Settings small_calibration_study() {
  Settings out;
  out.study.seed = 3;
  out.study.threads = 1;
  out.glass.samples = 0;
  out.lattice.model = small_lattice();
  out.reference.bins = 10;
  out.compare.bootstrap = 20;
  out.calibrate = small_calibration();
  return out;
}

}  // namespace vitrum::study
