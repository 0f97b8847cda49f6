// One trial of a calibration: an ensemble of lattices of the same parameters, reduced to what errors need.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>

#include "compare/calibration_sample.h"
#include "study/calibration_settings.h"
#include "study/job.h"
#include "study/settings.h"

namespace vitrum::study {

/// What all trials of a calibration have in common.
struct TrialPlan {
  compare::Yardstick yardstick;
  compare::CalibrationSample reference;  ///< sums over its realizations
  std::uint64_t seed = 1;
  /// A trial whose first lattices have a larger L_stat than this is left at them.
  double give_up = std::numeric_limits<double>::infinity();
  bool quenched = false;  ///< only the quenched state is looked at
};

/// Samples 0, 1, ... of the seed, the same in every trial (common random numbers): the difference between two
/// trials is then less noisy than each of them. A lattice that cannot be sheared (its avalanche does not end)
/// is left out.
/// @param lattice of trial_lattice or quenched_lattice
/// @param samples number of lattices
std::unique_ptr<Job> trial_job(const Lattice& lattice, const Calibration& calibration, int samples,
                               std::shared_ptr<const TrialPlan> plan);

}  // namespace vitrum::study
