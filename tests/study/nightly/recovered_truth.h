// Lattices of known parameters, and what a calibration to them finds.
#pragma once

#include "memory_sink.h"
#include "study/calibrate.h"
#include "study/variants.h"
#include "synthetic_reference.h"

namespace vitrum::study {

/// k, lambda and chi.
struct Truth {
  double shape, scale, exponent;
};

inline elastoplastic::LatticeSettings lattice_of(const Truth& truth) {
  elastoplastic::LatticeSettings out;
  out.threshold_shape = truth.shape;
  out.threshold_scale = truth.scale;
  out.amplitude_exponent = truth.exponent;
  return out;
}

/// Paper 1's lattice and patches of R = 30; a shorter shear and fewer lattices than its 48, for time.
inline Settings recovery_study(Search search) {
  Settings out;
  out.study.threads = 1;
  out.glass.samples = 0;
  out.reference.bins = 20;
  out.compare.bootstrap = 100;
  out.calibrate.search = search;
  out.calibrate.strain = 1.5;
  out.calibrate.samples = 24;
  out.calibrate.trials = 120;
  out.calibrate.final_samples = 24;
  out.calibrate.tested_states = 4;
  return out;
}

inline compare::Reference reference_of_truth(const Truth& truth, const Calibration& calibration,
                                             int realizations = 48, std::uint64_t seed = 987654) {
  return synthetic_reference(lattice_of(truth), realizations, calibration, 30, seed);
}

inline CalibratedModel recovered(const Settings& settings, const compare::Reference& reference) {
  MemorySink sink;
  CountingWatcher watcher;
  return calibrate(settings, reference, sink, watcher).models.front();
}

}  // namespace vitrum::study
