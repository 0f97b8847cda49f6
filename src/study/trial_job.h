// One trial of a calibration: an ensemble of lattices of the same parameters, reduced to what errors need.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "compare/calibration_sample.h"
#include "record/group.h"
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

/// The lattice and the program of a trial: sheared from rest into the stationary state, patches tested on the
/// way as the yardstick asks for. The stationary state does not know what it came from (paper 1, A.3), so
/// there is no parent liquid.
Lattice trial_lattice(const elastoplastic::LatticeSettings& model, const Calibration& calibration,
                      const compare::Yardstick& yardstick);

/// The same for the quenched state: lattices of a parent liquid, tested as quenched.
Lattice quenched_lattice(const elastoplastic::LatticeSettings& model, const compare::Yardstick& yardstick);

/// Samples 0, 1, ... of the seed, the same in every trial (common random numbers): the difference between two
/// trials is then less noisy than each of them. A lattice that cannot be sheared (its avalanche does not end)
/// is left out.
/// @param lattice of trial_lattice or quenched_lattice
/// @param samples number of lattices
std::unique_ptr<Job> trial_job(const Lattice& lattice, const Calibration& calibration, int samples,
                               std::shared_ptr<const TrialPlan> plan);

/// What a trial's record holds.
std::vector<compare::CalibrationSample> trial_samples(const Group& record);
Group to_group(const std::vector<compare::CalibrationSample>& samples);

}  // namespace vitrum::study
